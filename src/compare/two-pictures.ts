// In: a chart and where it is sent. Out: its picture as this browser draws it and as the server does, both as pixels; or why not.
import type { ChartSpec } from '#shared/chart-spec.ts';
import { LIMITS } from '#shared/limits.ts';
import { renderPath } from '#shared/render-url.ts';
import { drawOffscreen } from '../preview/draw-offscreen.ts';
import { type Exchange, getRequest, postRequest, send } from '../request/send.ts';
import { imagePath } from '../request/target.ts';
import type { Workbench } from '../workbench.ts';

export type Pair = {
  browser: ImageData;
  server: ImageData;
  /** The format that the server's picture came in. */
  format: string;
  exchange: Exchange;
  /** SHA-256 of the server's bytes, lower-case hex. */
  sha256: string;
  /** Whether the image URL gives the very same bytes; undefined where no URL can hold the chart. */
  sameByUrl: boolean | undefined;
};

export type Outcome = { ok: true; pair: Pair } | { ok: false; sentence: string };

/** A PDF has no pixels to compare: the same drawing is asked for as PNG. */
export const comparedFormat = (format: string): string => (format === 'pdf' ? 'png' : format);

export async function twoPictures(bench: Workbench, spec: ChartSpec, signal: AbortSignal): Promise<Outcome> {
  const { dialect, origin, sign, draft } = bench;
  const format = dialect === 'image-charts' ? 'png' : comparedFormat(spec.format);
  const chart = { ...(draft.value as object), format, returnUrl: undefined };
  const own = origin === location.origin ? '' : origin;
  const ask = async () => {
    if (dialect === 'chart-output') {
      const request = postRequest(JSON.stringify(chart), null);
      return send({ ...request, path: own + request.path }, signal);
    }
    const path = imagePath(chart, dialect);
    const sent = (await sign?.(path).catch(() => path)) ?? path;
    return send({ ...getRequest(own + sent, null), dialect }, signal);
  };
  const [canvas, exchange] = await Promise.all([drawOffscreen(ratioFor(spec, format)), ask()]);
  const { result } = exchange;
  if (result.kind !== 'answer') return { ok: false, sentence: 'No answer came from the server.' };
  if (!result.picture)
    return { ok: false, sentence: `The server refused (${result.status}): press Render to see why.` };
  const bytes = await result.picture.arrayBuffer();
  const browser = pixelsOf(canvas, canvas.width, canvas.height);
  const server = await decoded(result.picture, browser);
  const sha256 = await hash(bytes);
  const path = dialect === 'chart-output' ? renderPath(chart) : undefined;
  const byUrl =
    path && path.length <= LIMITS.urlCharacters
      ? await send(getRequest(own + path, null), signal)
      : undefined;
  const again = byUrl?.result.kind === 'answer' ? byUrl.result.picture : undefined;
  const sameByUrl = again ? (await hash(await again.arrayBuffer())) === sha256 : undefined;
  return { ok: true, pair: { browser, server, format, exchange, sha256, sameByUrl } };
}

/** Vectors have no pixel ratio: they are compared at the screen's usual one. */
const ratioFor = (spec: ChartSpec, format: string): ChartSpec =>
  format === 'svg' ? { ...spec, devicePixelRatio: 1 } : spec;

async function decoded(picture: Blob, like: ImageData): Promise<ImageData> {
  if (!picture.type.includes('svg')) {
    const bitmap = await createImageBitmap(picture);
    const pixels = pixelsOf(bitmap, bitmap.width, bitmap.height);
    bitmap.close();
    return pixels;
  }
  const url = URL.createObjectURL(picture);
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    return pixelsOf(image, like.width, like.height);
  } finally {
    URL.revokeObjectURL(url);
  }
}

function pixelsOf(source: CanvasImageSource, width: number, height: number): ImageData {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('No canvas to be had');
  context.drawImage(source, 0, 0, width, height);
  return context.getImageData(0, 0, width, height);
}

async function hash(bytes: ArrayBuffer): Promise<string> {
  // Only on https and localhost: elsewhere two lengths must do.
  if (!crypto.subtle) return `${bytes.byteLength} bytes`;
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
