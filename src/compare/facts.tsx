// In: a comparison. Out: what it found, in words: how many pixels, how far apart, why, and whether the server's bytes are the same
// by both ways.
import { CircleCheck, TriangleAlert } from 'lucide-react';
import type { ChartSpec } from '#shared/chart-spec.ts';
import { causeOf } from './cause.ts';
import type { Difference } from './difference.ts';
import { foreignLetters, isBlank } from './look-closer.ts';
import type { Pair } from './two-pictures.ts';

type Props = { spec: ChartSpec; pair: Pair; found: Difference | undefined; tolerance: number };

export function Facts({ spec, pair, found, tolerance }: Props) {
  const sameSize = pair.browser.width === pair.server.width && pair.browser.height === pair.server.height;
  if (sameSize && !found) return <p className="compare-facts">Counting pixels…</p>;
  const cause = causeOf(found, {
    browser: pair.browser,
    server: pair.server,
    serverBlank: isBlank(pair.server),
    format: pair.format,
    foreignLetters: foreignLetters(spec),
  });
  const equal = found !== undefined && found.count === 0;
  return (
    <div className="compare-facts">
      <p className={`verdict ${equal ? 'same' : 'differs'}`} role="status">
        {equal ? <CircleCheck aria-hidden /> : <TriangleAlert aria-hidden />}
        {found ? counted(found) : 'The two have different sizes.'}
      </p>
      {cause && <p>{cause}</p>}
      <dl>
        {found && (
          <div>
            <dt>Largest step</dt>
            <dd>{found.largest} of 255 in one channel</dd>
          </div>
        )}
        {found && tolerance > 0 && found.any !== found.count && (
          <div>
            <dt>Too little to see</dt>
            <dd>{(found.any - found.count).toLocaleString('en-GB')} more pixels</dd>
          </div>
        )}
        <div>
          <dt>Size</dt>
          <dd>
            {pair.browser.width} × {pair.browser.height} here, {pair.server.width} × {pair.server.height} from
            the server
          </dd>
        </div>
        <div>
          <dt>Server’s bytes</dt>
          <dd>
            <code>{pair.sha256.slice(0, 16)}…</code>{' '}
            {pair.sameByUrl === undefined
              ? ''
              : pair.sameByUrl
                ? 'the same by POST and by image URL'
                : 'differ between POST and image URL'}
          </dd>
        </div>
      </dl>
    </div>
  );
}

function counted({ count, total }: Difference): string {
  if (count === 0) return `No visible difference in ${total.toLocaleString('en-GB')} pixels.`;
  const share = (count / total) * 100;
  const percent = share < 0.001 ? 'under 0.001' : share.toPrecision(2);
  return `${count.toLocaleString('en-GB')} of ${total.toLocaleString('en-GB')} pixels differ (${percent} %).`;
}
