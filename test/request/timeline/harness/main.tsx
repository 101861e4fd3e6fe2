// In: ?scene, ?theme=dark. Out: the timeline alone on a page. With ?live, the states of the scene arrive one by one, a press each,
// through the hooks that the real page uses.
import { StrictMode, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { idle } from '../../../../src/request/call.ts';
import { useCallLog } from '../../../../src/request/timeline/call-log.ts';
import Timeline from '../../../../src/request/timeline/timeline.tsx';
import { scenes } from '../scenes.ts';
import '../../../../src/theme.css';
import '../../../../src/controls.css';
import '../../../../src/app.css';
import '../../../../src/share/share-bar.css';

const query = new URLSearchParams(location.search);
document.documentElement.dataset.theme = query.get('theme') === 'dark' ? 'dark' : 'light';
const player = (scenes[query.get('scene') ?? 'waited'] ?? scenes.waited)?.();
const states = player?.states ?? [];

/** Everything has happened before the timeline is there. */
function Past() {
  return <Timeline call={player?.call ?? idle} log={{ unread: player?.told ?? [], history: [] }} />;
}

/** States arrive one by one, a press each; `Show` brings the timeline in, as a chunk that comes late. */
function Live() {
  const [step, setStep] = useState(0);
  const [shown, show] = useState(false);
  const call = states[step - 1] ?? idle;
  const log = useCallLog(call);
  return (
    <>
      <button type="button" onClick={() => setStep(step + 1)}>
        Next
      </button>
      <button type="button" onClick={() => show(!shown)}>
        Show
      </button>
      {shown && <Timeline call={call} log={log} />}
    </>
  );
}

const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    <StrictMode>
      <h1 className="visually-hidden">Timeline</h1>
      <div style={{ padding: 12 }}>{query.has('live') ? <Live /> : <Past />}</div>
    </StrictMode>,
  );
