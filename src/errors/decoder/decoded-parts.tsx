// In: a decoded paste. Out: what was seen in it, its headers as tables and its bodies as text, folded away. Nothing pasted is ever
// drawn as a page.
import { useId } from 'react';
import type { Decoded } from './decode.ts';
import type { Header } from './found.ts';

/** Longer bodies are in the box above. */
const MOST_SHOWN = 20_000;

export function DecodedParts({ decoded, open }: { decoded: Decoded; open: boolean }) {
  const { request, response, saw } = decoded;
  const status =
    response?.status === null ? '' : `HTTP ${response?.status ?? ''} ${response?.statusText ?? ''}`.trim();
  return (
    <>
      {saw.length > 0 && (
        <div className={`saw ${open ? 'open' : ''}`}>
          <p className="label">{open ? 'This is what I saw' : 'Also seen'}</p>
          <ul>
            {saw.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </div>
      )}
      {response && <Part title="Response" line={status} headers={response.headers} body={response.body} />}
      {request && (
        <Part
          title="Request"
          line={`${request.method} ${request.url}`.trim()}
          headers={request.headers}
          body={request.body}
        />
      )}
    </>
  );
}

type PartProps = { title: string; line: string; headers: readonly Header[]; body: string | null };

function Part({ title, line, headers, body }: PartProps) {
  const id = useId();
  return (
    <details className="raw">
      <summary id={id}>
        {title}
        <span className="count">
          {headers.length} {headers.length === 1 ? 'header' : 'headers'}
        </span>
      </summary>
      {line && <p className="first-line mono">{line}</p>}
      {headers.length > 0 && (
        <table aria-label={`${title} headers`}>
          <tbody>
            {headers.map(([name, value], index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a header may come twice, and the list never changes
              <tr key={index}>
                <th scope="row">{name}</th>
                <td>{value}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {body && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
        <pre className="verbatim" tabIndex={0} role="group" aria-label={`${title} body`}>
          {body.slice(0, MOST_SHOWN)}
        </pre>
      )}
    </details>
  );
}
