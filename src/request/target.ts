// In: the API chosen and an address typed by hand. Out: where a chart is sent and under which path, in the words of that API.
import type { Dialect } from '#shared/errors.ts';
import { imageChartsPath } from '#shared/image-charts-url.ts';
import { renderPath } from '#shared/render-url.ts';

export type Target = {
  dialect: Dialect;
  /** As typed; empty for this server. */
  base: string;
  /** Image-Charts only: the server signs with the public test account. */
  signed: boolean;
};

export const thisServer: Target = { dialect: 'chart-output', base: '', signed: false };

/**
 * The origin to put before a path (empty for this server, whose own is `own`), or why there is none. A path behind the host is
 * kept.
 */
export function originOf(
  base: string,
  own: string,
): { ok: true; origin: string } | { ok: false; sentence: string } {
  const text = base.trim();
  if (text === '') return { ok: true, origin: '' };
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    return { ok: false, sentence: 'An address begins with https:// or http://' };
  }
  if (!/^https?:$/.test(url.protocol)) return { ok: false, sentence: 'Only http and https can be asked' };
  if (url.username || url.password)
    return { ok: false, sentence: 'A name or password has no place in an address that is shared' };
  if (url.search || url.hash) return { ok: false, sentence: 'The address ends before any ? or #' };
  const origin = (url.origin + url.pathname).replace(/\/+$/, '');
  return { ok: true, origin: origin === own ? '' : origin };
}

/** The image's path in the API's own words. An image URL answers with the picture itself, whatever the chart asks of a POST. */
export function imagePath(chart: unknown, dialect: Dialect): string {
  return dialect === 'image-charts' ? imageChartsPath(chart) : renderPath(asPicture(chart));
}

function asPicture(chart: unknown): unknown {
  if (typeof chart !== 'object' || chart === null) return chart;
  const { returnUrl: _, ...rest } = chart as Record<string, unknown>;
  return rest;
}
