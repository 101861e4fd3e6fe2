// In: the document. Out: the page, running.
import './theme.css';
import './controls.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { readStart } from './start.ts';

const root = document.getElementById('root');
const framed = location.pathname.replace(/\/+$/, '') === '/embed';
const start = await readStart(location.hash, !framed);
const Face = framed ? (await import('./embed/embed-page.tsx')).default : App;
// The text lives in the editor from here on; a reload must bring the draft back, not the link again.
if (location.hash !== '' && !framed) history.replaceState(null, '', location.pathname + location.search);
if (root)
  createRoot(root).render(
    <StrictMode>
      <Face start={start} />
    </StrictMode>,
  );
