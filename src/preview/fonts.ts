// In: nothing. Out: the word that the bundled font is there in every weight: text measured before that would sit elsewhere.
import { FONT_FAMILY } from '#shared/chart-look.ts';

let loading: Promise<unknown> | undefined;

/** Never rejects: a font that cannot be loaded costs its look, not the picture. */
export function fontsLoaded(): Promise<unknown> {
  loading ??= Promise.allSettled(
    [400, 600, 700].map((weight) => document.fonts.load(`${weight} 12px ${FONT_FAMILY}`)),
  );
  return loading;
}
