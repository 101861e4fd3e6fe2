// In: the URL of a picture. Out: a button that fetches it as anybody would, without a key, and one line about what came back.
import { Radar } from 'lucide-react';
import { useEffect, useState } from 'react';
import { errorRow } from '#shared/errors.ts';
import { verdictOf } from '../../request/call.ts';
import { type Exchange, getRequest, send } from '../../request/send.ts';

export function TestLink({ url }: { url: string }) {
  const [line, setLine] = useState('');
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was told belonged to the URL before
  useEffect(() => setLine(''), [url]);
  const test = async () => {
    setLine('Asking…');
    setLine(lineOf(await send(getRequest(url, null), new AbortController().signal)));
  };
  return (
    <>
      <button type="button" className="btn quiet" onClick={() => void test()}>
        <Radar aria-hidden /> Test link
      </button>
      <span className="tested" role="status">
        {line}
      </span>
    </>
  );
}

function lineOf(exchange: Exchange): string {
  const { result, durationMs } = exchange;
  if (result.kind !== 'answer') return errorRow(result.kind).title;
  const verdict = verdictOf(exchange);
  const cache = result.headers['x-cache'];
  return [
    `${result.status} ${verdict.kind === 'documented' ? errorRow(verdict.code).title : result.statusText}`.trim(),
    result.headers['content-type'] ?? 'no type',
    `${(result.bytes / 1000).toFixed(1)} kB`,
    ...(cache ? [`cache ${cache}`] : []),
    `${durationMs} ms`,
  ].join(' · ');
}
