// In: one exchange. Out: request and response headers side by side, folded away until somebody wants them.
import { Copy } from 'lucide-react';
import { useId } from 'react';
import { CopyButton } from '../share/copy-button.tsx';
import type { Exchange } from './send.ts';

export function HeadersPane({ exchange }: { exchange: Exchange }) {
  const { result } = exchange;
  const sent = [
    `${exchange.method} ${exchange.path}`,
    ...exchange.requestHeaders.map(([name, value]) => `${name}: ${value}`),
  ];
  if (exchange.bodyBytes > 0) sent.push('', `(${exchange.bodyBytes} bytes of JSON)`);
  const came =
    result.kind === 'answer'
      ? [
          `HTTP ${result.status} ${result.statusText}`,
          ...Object.entries(result.headers).map(([name, value]) => `${name}: ${value}`),
        ]
      : ['(no answer)'];
  return (
    <details className="headers">
      <summary>Headers</summary>
      <div className="columns">
        <HeaderBlock title="Request" lines={sent} />
        <HeaderBlock title="Response" lines={came} />
      </div>
    </details>
  );
}

function HeaderBlock({ title, lines }: { title: string; lines: readonly string[] }) {
  const id = useId();
  return (
    <div>
      <div className="block-head">
        <h3 id={id}>{title}</h3>
        <CopyButton
          className="btn quiet small icon"
          label={`Copy ${title.toLowerCase()} headers`}
          icon={<Copy aria-hidden />}
          text={lines.join('\n')}
          bare
        />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <pre className="verbatim" tabIndex={0} role="group" aria-labelledby={id}>
        {lines.join('\n')}
      </pre>
    </div>
  );
}
