// In: nothing but a click. Out: the example that was chosen, from a menu of six.
import {
  ChartColumn,
  ChartLine,
  ChartPie,
  ChevronDown,
  CircleDashed,
  Donut,
  LayoutGrid,
  Radar,
} from 'lucide-react';
import { useId, useRef } from 'react';
import type { ChartType } from '#shared/chart-spec.ts';
import { type Example, examples } from './examples.ts';
import './examples-menu.css';

const icons: Record<ChartType, typeof Radar> = {
  bar: ChartColumn,
  line: ChartLine,
  pie: ChartPie,
  doughnut: Donut,
  radar: Radar,
  polarArea: CircleDashed,
};
const names: Record<ChartType, string> = {
  bar: 'Bar',
  line: 'Line',
  pie: 'Pie',
  doughnut: 'Doughnut',
  radar: 'Radar',
  polarArea: 'Polar area',
};

export function ExamplesMenu({ onChoose }: { onChoose: (example: Example) => void }) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  return (
    <div className="examples-menu">
      <button type="button" className="btn quiet small" popoverTarget={id}>
        <LayoutGrid aria-hidden /> Examples <ChevronDown aria-hidden />
      </button>
      <div id={id} ref={list} popover="auto" className="popover" role="group" aria-label="Examples">
        {examples.map((example) => {
          const Icon = icons[example.type];
          return (
            <button
              key={example.type}
              type="button"
              onClick={() => {
                list.current?.hidePopover();
                onChoose(example);
              }}
            >
              <Icon aria-hidden />
              <span>
                <strong>{names[example.type]}</strong>
                <small>{example.name}</small>
              </span>
            </button>
          );
        })}
        <p>Loading one replaces the text. Undo brings yours back.</p>
      </div>
    </div>
  );
}
