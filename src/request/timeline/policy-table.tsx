// In: a call of the history. Out: what other clients would have done with the same server, as a small table and one sentence.

import type { PastCall } from './history.ts';
import { type Comparison, comparePolicies, policyNames, type Run } from './policies.ts';
import { Span } from './span-text.tsx';

export function PolicyTable({ call }: { call: PastCall }) {
  const comparison = comparePolicies(call);
  return (
    <details className="timeline-policies">
      <summary>Compare retry policies</summary>
      {comparison.ok ? <Table {...comparison} /> : <p>{comparison.why}</p>}
    </details>
  );
}

function Table({ runs, yesMs, how, words }: Extract<Comparison, { ok: true }>) {
  return (
    <>
      <p>{words}</p>
      <table aria-label="Retry policies">
        <thead>
          <tr>
            <th scope="col">Client waits</th>
            <th scope="col">Requests</th>
            <th scope="col">Refused</th>
            <th scope="col">Waiting</th>
            <th scope="col">Late by</th>
          </tr>
        </thead>
        <tbody>
          {runs.map((run) => (
            <PolicyRow key={run.policy} {...run} />
          ))}
        </tbody>
      </table>
      <p className="hint">
        Replayed with the recorded answers: a request is refused until <Span ms={yesMs} /> after the first
        answer,{' '}
        {how === 'told' ? 'the deadline that the server gave.' : 'when this server was seen to say yes.'}
      </p>
    </>
  );
}

const lateOf = (lateMs: number) => (lateMs < 1 ? 'on time' : <Span ms={lateMs} />);

function PolicyRow({ policy, requests, refused, waitedMs, lateMs, end }: Run) {
  return (
    <tr data-policy={policy}>
      <th scope="row">{policyNames[policy]}</th>
      <td>{end === 'endless' ? `over ${requests}` : requests}</td>
      <td>{end === 'endless' ? 'all' : refused}</td>
      <td>
        <Span ms={waitedMs} />
      </td>
      <td>{end === 'yes' ? lateOf(lateMs) : end === 'gave-up' ? 'gave up' : 'never there'}</td>
    </tr>
  );
}
