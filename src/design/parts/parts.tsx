// In: what each part shows behind "more". Out: the parts of the panel in their order.
import type { Leaf } from '../leaves.ts';
import type { PartName } from '../plan.ts';
import { AxesPart } from './axes-part.tsx';
import { CardPart } from './card-part.tsx';
import { ChartPart } from './chart-part.tsx';
import { DataPart } from './data-part.tsx';
import { FiguresPart } from './figures-part.tsx';
import { LabelsPart } from './labels-part.tsx';
import { LegendPart } from './legend-part.tsx';
import { More } from './more.tsx';
import { NotesPart } from './notes-part.tsx';
import { Part } from './part.tsx';
import { SeriesPart } from './series-part.tsx';
import { ThemePart } from './theme-part.tsx';
import { TitlePart } from './title-part.tsx';

/** `rest` gives what a part shows behind "more". */
export type PartProps = { rest: readonly Leaf[] };

export function Parts({ rest }: { rest: Readonly<Record<PartName, readonly Leaf[]>> }) {
  return (
    <>
      <ChartPart rest={rest.chart} />
      <DataPart />
      <SeriesPart rest={rest.series} />
      <TitlePart rest={rest.title} />
      <ThemePart rest={rest.theme} />
      <AxesPart rest={rest.axes} />
      <LegendPart rest={rest.legend} />
      <LabelsPart rest={rest.labels} />
      <NotesPart rest={rest.notes} />
      <FiguresPart />
      <CardPart rest={rest.card} footerRest={rest.footer} />
      <Part name="rest" title="Everything else" about={[]}>
        <More name="rest" base={[]} leaves={rest.rest} />
      </Part>
    </>
  );
}
