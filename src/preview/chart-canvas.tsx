// In: a configuration. Out: a canvas with its chart on it, and the word when it is drawn. Always a new chart: Chart.js keeps
// parts of the old options and data when it updates in place, and the preview must equal what a fresh server draws.
import { Chart as ChartJs } from 'chart.js';
import { Component, type ReactNode, useEffect, useEffectEvent, useRef, useState } from 'react';
import { Chart } from 'react-chartjs-2';
import { chartConfig } from '#shared/chart-config.ts';
import type { Extras } from '#shared/chart-extras.ts';
import { chartParts } from '#shared/chart-parts.ts';
import type { ChartSpec } from '#shared/chart-spec.ts';
import { useExtras } from './extras.ts';

ChartJs.register(...chartParts);

type Props = { spec: ChartSpec; onDrawn: (drawMs: number) => void };

/** Nothing while a part that the chart needs is still on its way. */
export function ChartCanvas(props: Props) {
  const extras = useExtras(props.spec);
  return extras ? <DrawnChart {...props} extras={extras} /> : null;
}

function DrawnChart({ spec, extras, onDrawn }: Props & { extras: Extras }) {
  const [config] = useState(() => chartConfig(spec, extras));
  const startedAt = useRef(0);
  // From the chart's first act: how long React took to come here is no measure of how long the chart takes.
  const clock = useRef({
    id: 'clock',
    beforeInit: () => {
      startedAt.current = performance.now();
    },
  }).current;
  // Once per chart, whatever the parent passes on its next rendering: each call leads to one.
  const tell = useEffectEvent(() => onDrawn(performance.now() - startedAt.current));
  useEffect(() => tell(), []);
  return (
    <Chart
      type={spec.type}
      data={config.data}
      options={config.options}
      plugins={[...(config.plugins ?? []), clock]}
      width={spec.width}
      height={spec.height}
      role="img"
      aria-label={`Chart preview: ${nameOf(spec)}`}
      fallbackContent={null}
    />
  );
}

/** What the picture shows, in a few words: its title where it has one. */
function nameOf({ type, data, options, header }: ChartSpec): string {
  const title = options?.plugins?.title;
  const text =
    header?.title ||
    (title && typeof title === 'object' && title.display !== false
      ? [title.text ?? []].flat().join(' ')
      : '');
  const series = data.datasets.length === 1 ? '1 series' : `${data.datasets.length} series`;
  return `${text ? `${text}, ` : ''}${type}, ${series}, ${data.labels.length} labels`;
}

type GuardProps = { children: ReactNode; onFailure: (message: string) => void };

/** A chart that passes the schema and still makes Chart.js throw must not take the page with it. */
export class DrawingGuard extends Component<GuardProps, { failed: boolean }> {
  override state = { failed: false };
  static getDerivedStateFromError = () => ({ failed: true });
  override componentDidCatch(error: Error) {
    this.props.onFailure(error.message);
  }
  override render() {
    return this.state.failed ? null : this.props.children;
  }
}
