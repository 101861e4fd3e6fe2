// In: a path of the Image-Charts dialect. Out: the same, signed by this server with the public test account, and the string that was
// signed. The secret stays there.
import { z } from 'zod';
import { IMAGE_CHARTS_SIGN_PATH } from '#shared/image-charts-query.ts';

export type Signed = { path: string; message: string };

const shape = z.object({ query: z.string(), signed: z.string() });

/** @throws Error when this server does not sign */
export async function sign(path: string): Promise<Signed> {
  const [place = '', query = ''] = path.split('?', 2);
  const answer = await fetch(`${IMAGE_CHARTS_SIGN_PATH}?${query}`, { cache: 'no-store' });
  if (!answer.ok) throw new Error(`The server does not sign: ${answer.status}`);
  const { query: signedQuery, signed } = shape.parse(await answer.json());
  return { path: `${place}?${signedQuery}`, message: signed };
}
