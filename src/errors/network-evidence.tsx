// In: an attempt that got no answer. Out: the most likely cause first, then what was tried and what came of it; nothing for an
// attempt that this page did not send.
import { CircleAlert, CircleCheck } from 'lucide-react';
import { useCause } from '../request/cause.ts';
import type { Exchange } from '../request/send.ts';
import './network-evidence.css';

export function NetworkEvidence({ exchange }: { exchange: Exchange }) {
  const known = useCause(exchange);
  if (!known) return null;
  const evidence = known === 'searching' ? undefined : known;
  return (
    <section className="network-evidence" aria-label="Cause" data-cause={evidence?.cause}>
      <p role="status">
        {evidence ? <strong>{evidence.conclusion}.</strong> : 'Looking for the cause…'} {evidence?.advice}
      </p>
      {evidence?.needed.map((line) => (
        <code key={line} className="needed">
          {line}
        </code>
      ))}
      <ul aria-label="What was tried">
        {evidence?.findings.map(({ tried, outcome, fine }) => (
          <li key={tried} className={fine ? 'fine' : ''}>
            {fine ? <CircleCheck aria-hidden /> : <CircleAlert aria-hidden />}
            <span>
              {tried}: {outcome}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
