// In: ?theme=dark. Out: the decoder alone on a page, which writes down what its buttons asked for.
import { StrictMode, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { Decoder } from '../../../../src/errors/decoder/decoder.tsx';
import '../../../../src/theme.css';
import '../../../../src/controls.css';
import '../../../../src/app.css';
import './harness.css';

document.documentElement.dataset.theme =
  new URLSearchParams(location.search).get('theme') === 'dark' ? 'dark' : 'light';

function Page() {
  const [asked, setAsked] = useState<string[]>([]);
  const ask = (what: string) => setAsked((before) => [...before, what]);
  return (
    <>
      <h1 className="visually-hidden">Decoder</h1>
      <Decoder
        onJump={({ path }, chart) => ask(`jump ${path} ${chart === undefined ? 'alone' : 'with its chart'}`)}
        onLoad={(chart) => ask(`load ${chart}`)}
        onReproduce={(code) => ask(`reproduce ${code}`)}
      />
      <output className="visually-hidden" aria-label="Asked">
        {asked.join('\n')}
      </output>
    </>
  );
}

const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    <StrictMode>
      <Page />
    </StrictMode>,
  );
