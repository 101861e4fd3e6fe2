// In: nothing. Out: the codes that this server raises in the Image-Charts dialect, and the shape of one message beside a code.
import { imageChartsErrors } from './errors-image-charts.ts';

type ImageChartsCode = keyof typeof imageChartsErrors;

export const imageChartsServed = [
  'IS_VALIDATION_ERROR',
  'IC_MISSING_ENT_PARAMETER',
  'IC_INVALID_SIGNATURE',
  'IC_ACCOUNT_ID_NOT_FOUND',
  'IC_RETINA_ERROR',
  'IC_BAD_JSON_ERROR',
  'IC_BAD_DATA_FORMAT',
  'IC_BAD_BACKGROUND_COLOR_ERROR',
  'IC_CHARTJS_RENDERING_ERROR',
] as const satisfies readonly ImageChartsCode[];

export type ImageChartsServedCode = (typeof imageChartsServed)[number];

/** In the shape of Joi, as the vendor's clients read it. `context` never holds what was sent. */
export type Fault = {
  message: string;
  path: (string | number)[];
  type: string;
  context: Record<string, string | number | readonly string[]>;
};

/** What `/errors.json` says of a code, and the one message of a code that has none of its own. */
export const codeDescription = (code: ImageChartsCode): string => imageChartsErrors[code].meaning;
