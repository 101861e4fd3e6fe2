// In: the share of the left pane. Out: the handle between the panes, for pointer and keyboard (WAI-ARIA window splitter).
import { useCallback } from 'react';

type Props = { share: number; onShare: (share: number) => void };
const least = 25;
const most = 70;
const within = (share: number) => Math.min(most, Math.max(least, share));

export function Splitter({ share, onShare }: Props) {
  const drag = useCallback(
    (event: React.PointerEvent<HTMLDivElement>) => {
      const handle = event.currentTarget;
      handle.setPointerCapture(event.pointerId);
      const panes = handle.parentElement?.getBoundingClientRect();
      if (!panes) return;
      const move = ({ clientX }: PointerEvent) =>
        onShare(within(((clientX - panes.left) / panes.width) * 100));
      handle.addEventListener('pointermove', move);
      handle.addEventListener('lostpointercapture', () => handle.removeEventListener('pointermove', move), {
        once: true,
      });
    },
    [onShare],
  );
  return (
    <div
      className="splitter"
      role="separator"
      aria-label="Width of the editor"
      aria-orientation="vertical"
      aria-valuemin={least}
      aria-valuemax={most}
      aria-valuenow={Math.round(share)}
      tabIndex={0}
      onPointerDown={drag}
      onDoubleClick={() => onShare(45)}
      onKeyDown={({ key }) => {
        const step = { ArrowLeft: -2, ArrowRight: 2, PageUp: -10, PageDown: 10 }[key];
        if (step !== undefined) onShare(within(share + step));
        if (key === 'Home') onShare(least);
        if (key === 'End') onShare(most);
      }}
    />
  );
}
