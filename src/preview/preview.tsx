// In: the newest chart that can be drawn, and whether the text has moved on. Out: the stage with the picture as the server
// would make it, at its own size, scaled by CSS only.
import { Accessibility, Columns2 } from 'lucide-react';
import { useCallback, useEffect, useReducer, useRef, useState } from 'react';
import type { ChartSpec } from '#shared/chart-spec.ts';
import { hasSurface, type SurfaceId } from '../surfaces.tsx';
import { ChartCanvas, DrawingGuard } from './chart-canvas.tsx';
import { nextLayers, noLayers } from './layers.ts';
import { useFonts } from './use-fonts.ts';
import { usePause } from './use-pause.ts';
import './preview.css';

type Props = {
  /** The last good chart; undefined before there was one. */
  spec: ChartSpec | undefined;
  /** The text can no longer be drawn: the picture is of an earlier text. */
  broken: boolean;
  /** Opens a dialog about the picture; left out, there are none. */
  onShow?: (surface: SurfaceId) => void;
};

const views: readonly { id: SurfaceId; name: string; title: string; Icon: typeof Columns2 }[] = [
  { id: 'compare', name: 'Compare', title: 'Browser against server, pixel by pixel', Icon: Columns2 },
  {
    id: 'check',
    name: 'Check',
    title: 'Alternative text, contrast, colour vision, data table',
    Icon: Accessibility,
  },
];

/** A broken text dims the picture only when it stays broken: half-typed words are no news. */
const DIM_AFTER_MS = 800;

export function Preview({ spec, broken, onShow }: Props) {
  const [layers, dispatch] = useReducer(nextLayers, noLayers);
  const [drawMs, setDrawMs] = useState(0);
  const fontsReady = useFonts();
  const paused = usePause(spec, drawMs);
  const nextId = useRef(0);
  useEffect(() => {
    if (paused && fontsReady) dispatch({ type: 'spec', id: ++nextId.current, spec: paused });
  }, [paused, fontsReady]);
  const drawn = useCallback((id: number, ms: number) => {
    setDrawMs(ms);
    dispatch({ type: 'drawn', id });
  }, []);
  const stale = useSlow(broken, DIM_AFTER_MS);
  const newest = layers.coming ?? layers.shown;
  return (
    <section className="panel preview" aria-label="Preview">
      <div className="panel-head">
        <h2>Preview</h2>
        {newest && (
          <p className="size">{`${newest.spec.width} × ${newest.spec.height} px${newest.spec.devicePixelRatio === 1 ? '' : ` at ${newest.spec.devicePixelRatio}×`}`}</p>
        )}
        <div className="tools">
          {views.map(
            ({ id, name, title, Icon }) =>
              onShow &&
              hasSurface(id) && (
                <button
                  key={id}
                  type="button"
                  className="btn quiet small"
                  title={title}
                  disabled={!newest}
                  onClick={() => onShow(id)}
                >
                  <Icon aria-hidden /> {name}
                </button>
              ),
          )}
        </div>
      </div>
      <div className="stage">
        {!newest && (
          <p className="stage-empty">
            {broken ? 'The preview appears when the JSON is complete.' : 'Loading the preview…'}
          </p>
        )}
        {newest && (
          <div className={`sheet ${stale || layers.failure ? 'stale' : ''}`} style={sheetSize(newest.spec)}>
            {[layers.shown, layers.coming].map(
              (layer) =>
                layer && (
                  <div
                    key={layer.id}
                    className="layer"
                    hidden={layer !== layers.shown && layers.shown !== undefined}
                  >
                    <DrawingGuard
                      onFailure={(message) => dispatch({ type: 'failed', id: layer.id, message })}
                    >
                      <ChartCanvas spec={layer.spec} onDrawn={(ms) => drawn(layer.id, ms)} />
                    </DrawingGuard>
                  </div>
                ),
            )}
          </div>
        )}
        {stale && newest && <p className="stage-label">Last valid version</p>}
        {layers.failure && (
          <p className="stage-label failed">This chart could not be drawn: {layers.failure}</p>
        )}
      </div>
    </section>
  );
}

/** The chart's own proportions, as large as it is unless the stage is smaller. CSS only: the bitmap keeps the requested size. */
const sheetSize = ({ width, height }: ChartSpec) => ({
  aspectRatio: `${width} / ${height}`,
  width: `min(100%, ${width}px, var(--tallest) * ${width / height})`,
});

/** Follows a flag: false at once, true only when it stays so. */
function useSlow(flag: boolean, delayMs: number): boolean {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    if (!flag) {
      setSlow(false);
      return;
    }
    const timer = setTimeout(() => setSlow(true), delayMs);
    return () => clearTimeout(timer);
  }, [flag, delayMs]);
  return flag && slow;
}
