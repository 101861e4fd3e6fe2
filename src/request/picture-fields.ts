// In: the document as JSON, valid or not. Out: what the request bar shows of it, and undefined where there is no object to write to.
import { DEFAULTS } from '#shared/chart-spec.ts';

export type PictureFields = { format: string; width: number; height: number };

export function pictureFields(value: unknown): PictureFields | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const { format, width, height } = value as Record<string, unknown>;
  return {
    format: typeof format === 'string' ? format : DEFAULTS.format,
    width: typeof width === 'number' ? width : DEFAULTS.width,
    height: typeof height === 'number' ? height : DEFAULTS.height,
  };
}
