// In: the bytes of a body, or a GET request's path and raw query. Out: a chart that may be drawn; or a documented refusal.
import { type ChartSpec, dotted, readSpec } from '#shared/chart-spec.ts';
import { LIMITS } from '#shared/limits.ts';
import { readRenderQuery } from '#shared/render-url.ts';
import { readJson } from '#shared/strict-json.ts';
import { templateSpec } from '#shared/templates/template-spec.ts';
import { AppError } from './app-error.ts';

/** @throws AppError `invalid_json`, `invalid_spec` */
export function chartFromBody(body: Buffer): ChartSpec {
  const json = readJson(utf8(body));
  if (json.ok) return judged(json.value);
  if (json.reason === 'syntax') throw new AppError('invalid_json');
  throw refused('', `Nesting must be at most ${LIMITS.depth} levels deep`);
}

/**
 * @param target path and query as they stand in the request line
 * @throws AppError `url_too_long`, `invalid_base64`, `invalid_spec`
 */
export function chartFromUrl(target: string): ChartSpec {
  if (target.length > LIMITS.urlCharacters) throw new AppError('url_too_long');
  const reading = readRenderQuery(queryOf(target));
  if (!reading.ok) throw new AppError(reading.code, { details: reading.details });
  return judged(reading.value);
}

/**
 * @param id of a template, as it stands in the path
 * @param target as in `chartFromUrl`
 * @throws AppError `url_too_long`, `not_found`, `invalid_spec`
 */
export function chartFromTemplate(id: string, target: string): ChartSpec {
  if (target.length > LIMITS.urlCharacters) throw new AppError('url_too_long');
  const reading = templateSpec(id, queryOf(target));
  if (!reading) throw new AppError('not_found', { message: 'There is no template with this id.' });
  if (!reading.ok) throw new AppError('invalid_spec', { details: reading.details });
  return reading.spec;
}

/** What stands behind the first `?`. */
export function queryOf(target: string): string {
  const cut = target.indexOf('?');
  return cut < 0 ? '' : target.slice(cut + 1);
}

function judged(value: unknown): ChartSpec {
  const reading = readSpec(value);
  if (reading.ok) return reading.spec;
  const details = reading.issues.map(({ path, message }) => ({ path: dotted(path), message }));
  throw new AppError('invalid_spec', { details });
}

const refused = (path: string, message: string) =>
  new AppError('invalid_spec', { details: [{ path, message }] });

/** Bytes that are not UTF-8 are no JSON (RFC 8259 §8.1); quietly replacing them would draw another chart than was sent. */
function utf8(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new AppError('invalid_json');
  }
}
