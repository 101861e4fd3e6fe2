// In: a text that holds a chart. Out: its picture, small, and the last one until the next is drawn.
import { useEffect, useReducer, useRef } from 'react';
import { type ChartSpec, readSpec } from '#shared/chart-spec.ts';
import { ChartCanvas, DrawingGuard } from '../preview/chart-canvas.tsx';
import { nextLayers, noLayers } from '../preview/layers.ts';
import { useFonts } from '../preview/use-fonts.ts';

type Props = { spec: ChartSpec | undefined; instead: string };

export function ResultPicture({ spec, instead }: Props) {
  const [{ shown, coming, failure }, dispatch] = useReducer(nextLayers, noLayers);
  const fontsReady = useFonts();
  const nextId = useRef(0);
  useEffect(() => {
    if (spec && fontsReady) dispatch({ type: 'spec', id: ++nextId.current, spec });
  }, [spec, fontsReady]);
  const newest = (coming ?? shown)?.spec;
  if (!spec || failure) return <p className="result-none">{failure ?? instead}</p>;
  if (!newest) return null;
  const size = { aspectRatio: `${newest.width} / ${newest.height}`, '--ratio': newest.width / newest.height };
  return (
    <div className="sheet result-sheet" style={size as React.CSSProperties}>
      {[shown, coming].map(
        (layer) =>
          layer && (
            <div key={layer.id} className="layer" hidden={layer !== shown && shown !== undefined}>
              <DrawingGuard onFailure={(message) => dispatch({ type: 'failed', id: layer.id, message })}>
                <ChartCanvas spec={layer.spec} onDrawn={() => dispatch({ type: 'drawn', id: layer.id })} />
              </DrawingGuard>
            </div>
          ),
      )}
    </div>
  );
}

/** The chart that a text holds, if it can be drawn. */
export function specOf(text: string): ChartSpec | undefined {
  try {
    const reading = readSpec(JSON.parse(text));
    return reading.ok ? reading.spec : undefined;
  } catch {
    return undefined;
  }
}
