// In: a picture's name, format and how it came about. Out: the headers it travels with.
import type { ChartSpec } from '#shared/chart-spec.ts';
import { etagOf } from './etag.ts';
import { embeddable, IMMUTABLE } from './headers.ts';

type Format = ChartSpec['format'];

export const contentTypes: Readonly<Record<Format, string>> = {
  png: 'image/png',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  svg: 'image/svg+xml',
  pdf: 'application/pdf',
};

/** For an SVG: nothing runs in it, nothing is fetched by it. */
export const deadDrawing =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; sandbox";

/** Opened as a document, an SVG or PDF must be as dead as a bitmap. `sandbox` is left out for PDF: it turns browsers' viewers off. */
const noScript: Partial<Record<Format, string>> = {
  svg: deadDrawing,
  pdf: "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; base-uri 'none'; form-action 'none'",
};

/** `name` is the picture's hash; a part of it tells downloads apart. No text of the chart stands in any header. */
export function pictureHeaders(name: string, format: Format): Record<string, string> {
  const policy = noScript[format];
  return {
    'Content-Type': contentTypes[format],
    ETag: etagOf(name),
    'Cache-Control': IMMUTABLE,
    // The picture is the same for all, but not everybody may have it (PDF), and a wrong key must not be hidden by a cache.
    Vary: 'Authorization',
    'Content-Disposition': `inline; filename="chart-${name.slice(0, 8)}.${format}"`,
    ...embeddable,
    ...(policy ? { 'Content-Security-Policy': policy } : {}),
  };
}

/** `hit`: served from the cache, so nothing was drawn for this request. Times in ms. */
export function timingHeaders(made: {
  hit: boolean;
  drawMs: number;
  waitMs: number;
}): Record<string, string> {
  const { hit, drawMs, waitMs } = made;
  return {
    'X-Cache': hit ? 'HIT' : 'MISS',
    'X-Render-Time-Ms': String(Math.round(drawMs)),
    'Server-Timing': `cache;desc=${hit ? 'HIT' : 'MISS'}, queue;dur=${waitMs.toFixed(1)}, draw;dur=${drawMs.toFixed(1)}`,
  };
}
