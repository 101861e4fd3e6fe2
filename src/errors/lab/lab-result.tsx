// In: what was provoked or simulated. Out: its card as the playground shows it, and how the answer compares with the catalogue.
import { CircleAlert, CircleCheck, X } from 'lucide-react';
import { lastAttempt } from '../../request/call.ts';
import Refusal from '../refusal.tsx';
import { type Finding, judge } from './contract.ts';
import type { Lab, Shown } from './use-lab.ts';

type Props = {
  shown: Shown;
  moves: Lab['moves'];
  automatic: boolean;
  onAutomatic: (on: boolean) => void;
  /** Shows the fields in the editor, where there is a chart to load. */
  onJump: () => void;
  onClose: () => void;
};

export function LabResult({ shown, moves, automatic, onAutomatic, onJump, onClose }: Props) {
  const { call, code, how } = shown;
  const attempt = lastAttempt(call);
  return (
    <div className="lab-result">
      <div className="lab-result-head">
        <p role="status">{headline(shown)}</p>
        <button type="button" className="btn quiet small" onClick={onClose}>
          <X aria-hidden /> Close
        </button>
      </div>
      {attempt?.verdict.kind === 'success' && (
        <p className="lab-success">
          <CircleCheck aria-hidden /> The request succeeded: there is nothing to explain any more.
        </p>
      )}
      {attempt && (
        <Refusal
          call={call}
          attempt={attempt}
          outdated={false}
          // Nothing is sent for a simulation, so nothing can be sent by itself.
          automatic={automatic && how === 'reproduced'}
          onAutomatic={onAutomatic}
          onRetry={moves.retry}
          onCancel={() => moves.stop('cancelled')}
          onJump={onJump}
        />
      )}
      {attempt?.exchange.result.kind === 'answer' && attempt.verdict.kind !== 'success' && (
        <Contract
          findings={judge(code, attempt.exchange.result)}
          // Its own example cannot but match.
          own={how === 'simulated'}
        />
      )}
    </div>
  );
}

function headline({ how, call, preparing }: Shown): string {
  if (how === 'simulated') return 'Simulated from the catalogue: no request was made.';
  if (preparing) return 'A first request uses up what there is…';
  if (call.phase === 'sending') return 'Asking the server…';
  const attempts = call.attempts.length;
  return attempts > 1 ? `The server was asked ${attempts} times.` : 'The server really answered this.';
}

function Contract({ findings, own }: { findings: readonly Finding[]; own: boolean }) {
  return (
    <section className="contract" aria-label="Contract">
      <h3>Compared with the catalogue</h3>
      <ul>
        {findings.map(({ kind, words }) => (
          <li key={words} className={kind === 'matches' ? 'ok' : 'off'} data-finding={kind}>
            {kind === 'matches' ? <CircleCheck aria-hidden /> : <CircleAlert aria-hidden />}
            {kind === 'matches' && own ? 'The example is made from it.' : words}
          </li>
        ))}
      </ul>
    </section>
  );
}
