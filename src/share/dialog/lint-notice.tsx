// In: what in the chart may not be meant for others. Out: a notice that names each, shows where it stands and takes it out. It holds
// nothing back.
import { ShieldAlert } from 'lucide-react';
import type { Workbench } from '../../workbench.ts';
import { type Finding, redactions } from '../chart-lint.ts';

type Props = { findings: readonly Finding[]; bench: Pick<Workbench, 'edit' | 'reveal'>; onClose: () => void };

const SHOWN = 5;

export function LintNotice({ findings, bench, onClose }: Props) {
  if (findings.length === 0) return null;
  const more = findings.length - SHOWN;
  return (
    <section className="lint-notice" aria-labelledby="lint-title">
      <header>
        <ShieldAlert aria-hidden />
        <h3 id="lint-title">
          {findings.length === 1 ? 'One thing' : `${findings.length} things`} in the chart may not be meant
          for others
        </h3>
        <button
          type="button"
          className="btn small"
          onClick={() => bench.edit(redactions(findings), 'Redact all')}
        >
          Redact {findings.length === 1 ? 'it' : 'all'}
        </button>
      </header>
      <ul>
        {findings.slice(0, SHOWN).map((finding) => (
          <li key={finding.start}>
            <span className="what">
              {finding.what}: <code>{finding.shown}</code>
            </span>
            <button
              type="button"
              className="btn quiet small"
              aria-label={`Show: ${finding.what}, ${finding.shown}`}
              onClick={() => {
                onClose();
                bench.reveal(finding);
              }}
            >
              Show
            </button>
            <button
              type="button"
              className="btn quiet small"
              aria-label={`Redact: ${finding.what}, ${finding.shown}`}
              onClick={() => bench.edit(redactions([finding]), `Redact ${finding.what.toLowerCase()}`)}
            >
              Redact
            </button>
          </li>
        ))}
      </ul>
      {more > 0 && <p>And {more} more.</p>}
    </section>
  );
}
