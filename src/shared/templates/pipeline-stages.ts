// In: the value of open deals by stage, new business and expansion. Out: lying stacked bars, widest at the start.
import { last, quotient, scaled, stackTotals, total } from './figures.ts';
import type { Template } from './template.ts';
import { badge, dollars, formats, kpis, percent } from './wording.ts';

export const pipelineStages: Template = {
  id: 'pipeline-stages',
  name: 'Pipeline by stage',
  description: 'Value of open deals at each stage, new business and expansion',
  category: 'Sales',
  sample: {
    labels: ['Qualified', 'Discovery', 'Proposal', 'Negotiation', 'Verbal yes'],
    series: [
      { label: 'New business', data: [620000, 480000, 350000, 210000, 120000] },
      { label: 'Expansion', data: [210000, 180000, 140000, 95000, 70000] },
    ],
  },
  note: { left: 'Open deals, unweighted', right: 'Closing in Q1 2027' },
  chart: ({ labels, series }) => {
    const stages = stackTotals(series);
    return {
      type: 'bar',
      data: {
        labels: [...labels],
        datasets: series.map(({ label, data }) => ({
          label,
          data: [...data],
          borderRadius: 4,
          categoryPercentage: 0.74,
          datalabels: { format: formats.dollars },
        })),
      },
      header: {
        eyebrow: 'Sales',
        title: 'Pipeline by stage',
        ...badge(dollars(total(stages)), 'open'),
      },
      legend: { style: 'square' },
      ...kpis(
        ...series.map(({ label, data }) => [label, dollars(total(data))] as const),
        ['Last stage', dollars(last(stages))],
        ['Share of all', percent(scaled(quotient(last(stages), total(stages)), 100))],
      ),
      options: {
        indexAxis: 'y',
        scales: {
          x: { stacked: true, ticks: { format: formats.dollars, maxTicksLimit: 6 } },
          y: { stacked: true },
        },
      },
      brandKitId: 'obsidian',
      width: 800,
      height: 520,
    };
  },
};
