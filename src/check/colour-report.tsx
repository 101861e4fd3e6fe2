// In: a chart. Out: each series with its contrast, the pairs that are hard to tell apart, and a palette that has neither problem.
import { CircleCheck, TriangleAlert } from 'lucide-react';
import { useMemo } from 'react';
import type { ChartSpec } from '#shared/chart-spec.ts';
import { contrast } from '../colour.ts';
import { judgeColours, LEAST_CONTRAST, type Pair } from './judge-colours.ts';
import { safePalettes } from './safe-palettes.ts';
import { seriesColours } from './series-colours.ts';
import { visions } from './vision.ts';

/** More are listed by nobody. */
const MOST_PAIRS = 12;

type Props = { spec: ChartSpec; onPalette: ((palette: readonly string[]) => void) | undefined };

export function ColourReport({ spec, onPalette }: Props) {
  const { background, series } = useMemo(() => seriesColours(spec), [spec]);
  const { judged, pairs } = useMemo(() => judgeColours(background, series), [background, series]);
  const faint = judged.filter(({ enough }) => !enough).length;
  const fine = faint === 0 && pairs.length === 0;
  const onDark = (contrast('#ffffff', background) ?? 1) > (contrast('#000000', background) ?? 21);
  const safe = safePalettes[onDark ? 'dark' : 'light'];
  const explicit = spec.data.datasets.some(
    ({ backgroundColor, borderColor }) => backgroundColor !== undefined || borderColor !== undefined,
  );
  return (
    <div className="colour-report">
      <p className={`check-verdict ${fine ? 'fine' : ''}`} role="status">
        {fine ? <CircleCheck aria-hidden /> : <TriangleAlert aria-hidden />}
        {verdict(faint, pairs.length)}
      </p>
      <table className="colour-table">
        <caption className="visually-hidden">Contrast of each series against the background</caption>
        <thead>
          <tr>
            <th scope="col">Series</th>
            <th scope="col">Colour</th>
            <th scope="col">Contrast on {background}</th>
          </tr>
        </thead>
        <tbody>
          {judged.map(({ name, colour, ratio, enough }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two series may have one name
            <tr key={index}>
              <th scope="row">{name}</th>
              <td>
                <i className="swatch" style={{ background: colour }} aria-hidden /> <code>{colour}</code>
              </td>
              <td>
                {ratio === undefined ? 'unknown' : `${ratio.toFixed(1)} : 1`}{' '}
                {enough ? (
                  <span className="chip ok">enough</span>
                ) : (
                  <span className="chip low">below {LEAST_CONTRAST} : 1</span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {pairs.length > 0 && (
        <section aria-labelledby="pairs">
          <h3 id="pairs">Hard to tell apart</h3>
          <ul className="pairs">
            {pairs.slice(0, MOST_PAIRS).map((pair) => (
              <li key={`${pair.one} ${pair.other}`}>
                <strong>{pair.one}</strong> and <strong>{pair.other}</strong>: {forWhom(pair)}
              </li>
            ))}
          </ul>
          {pairs.length > MOST_PAIRS && <p>{pairs.length - MOST_PAIRS} more pairs.</p>}
        </section>
      )}
      {!fine && onPalette && (
        <div className="check-offer">
          <span className="palette-row" aria-hidden>
            {safe.map((colour) => (
              <i key={colour} style={{ background: colour }} />
            ))}
          </span>
          <button type="button" className="btn" onClick={() => onPalette(safe)}>
            Use these colours
          </button>
          <p>
            Six colours that everybody tells apart on this background.
            {explicit && ' Colours set on a series stay as they are.'}
          </p>
        </div>
      )}
    </div>
  );
}

function verdict(faint: number, pairs: number): string {
  if (faint === 0 && pairs === 0) return 'Every series stands out, and everybody can tell them apart.';
  const parts = [
    faint > 0 ? `${faint} ${faint === 1 ? 'series is' : 'series are'} faint on the background` : '',
    pairs > 0 ? `${pairs} ${pairs === 1 ? 'pair is' : 'pairs are'} hard to tell apart` : '',
  ];
  return `${parts.filter(Boolean).join(', ')}.`;
}

function forWhom({ visions: kinds }: Pair): string {
  if (kinds.includes('usual')) return 'for everybody';
  return `for people with ${kinds.map((kind) => visions[kind].name.replace(/.*\((.*)\)/, '$1')).join(', ')}`;
}
