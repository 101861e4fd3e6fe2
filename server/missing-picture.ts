// In: the Accept header of a request for a saved picture that is not there. Out: a small picture that says so, where one is asked for.
import { embeddable } from './headers.ts';
import { deadDrawing } from './picture-answer.ts';

/** Plain shapes and one sentence, so that a mail or a page shows more than a broken frame. */
const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="120" viewBox="0 0 400 120" role="img"><title>This picture is not here</title><rect x=".5" y=".5" width="399" height="119" rx="9.5" fill="#f7f8fa" stroke="#e0e4ea"/><g fill="#c3cad5"><rect x="32" y="62" width="12" height="22" rx="3"/><rect x="50" y="48" width="12" height="36" rx="3"/><rect x="68" y="36" width="12" height="48" rx="3"/></g><g font-family="Inter, system-ui, sans-serif"><text x="104" y="57" font-size="16" font-weight="600" fill="#141b26">This picture is not here</text><text x="104" y="80" font-size="13" fill="#475264">Its address is wrong, or it was removed.</text></g></svg>`;

/** 404 all the same: browsers show the picture of a refusal, and nothing keeps it. */
export const missingPicture = (): Response =>
  new Response(drawing, { status: 404, headers: { ...pictureHeadersOfRefusal, ...embeddable } });

const pictureHeadersOfRefusal = {
  'Content-Type': 'image/svg+xml',
  'Content-Security-Policy': deadDrawing,
  'Cache-Control': 'no-store',
} as const;

/**
 * An `<img>` names image types and neither HTML nor JSON; a person who opens the address names HTML, a program JSON or nothing
 * but `*`.
 */
export function wantsPicture(accept: string | undefined): boolean {
  const types = (accept ?? '').split(',').map((item) => item.split(';', 1)[0]?.trim().toLowerCase());
  if (types.includes('text/html') || types.includes('application/json')) return false;
  return types.includes('image/*') || types.includes('image/svg+xml');
}
