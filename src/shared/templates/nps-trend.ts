// In: net promoter scores. Out: a line with its numbers, over bands that say how good they are.
import { difference, first, last, lastStep, peak, span } from './figures.ts';
import type { Template } from './template.ts';
import { badge, count, kpis, signedPoints } from './wording.ts';

const band = (from: number, to: number, content: string, strength: string) => ({
  type: 'box' as const,
  yMin: from,
  yMax: to,
  backgroundColor: `#8a94a6${strength}`,
  borderWidth: 0,
  adjustScaleRange: false,
  label: { display: true, content, position: { x: 'start', y: 'start' } },
});

export const npsTrend: Template = {
  id: 'nps-trend',
  name: 'NPS trend',
  description: 'Net promoter score over bands from good to excellent',
  category: 'Customers',
  sample: {
    labels: [
      'Q1 24',
      'Q2 24',
      'Q3 24',
      'Q4 24',
      'Q1 25',
      'Q2 25',
      'Q3 25',
      'Q4 25',
      'Q1 26',
      'Q2 26',
      'Q3 26',
    ],
    series: [{ label: 'NPS', data: [28, 31, 30, 36, 39, 37, 43, 47, 46, 52, 55] }],
  },
  note: { left: '1,204 answers in the last quarter', right: 'Asked 30 days after the start' },
  chart: ({ labels, series: [nps] }) => ({
    type: 'line',
    data: {
      labels: [...labels],
      datasets: [
        {
          label: 'NPS',
          data: [...(nps?.data ?? [])],
          tension: 0.3,
          borderWidth: 3,
          pointRadius: 4,
          datalabels: { display: true, offset: 6 },
        },
      ],
    },
    header: {
      eyebrow: 'Customers',
      title: 'Net promoter score',
      subtitle: span(labels),
      ...badge(signedPoints(lastStep(nps?.data)), 'since last time'),
    },
    ...kpis(
      ['Now', count(last(nps?.data))],
      ['Since the first', signedPoints(difference(first(nps?.data), last(nps?.data)))],
      ['Best', peak(labels, nps?.data)],
    ),
    options: {
      scales: {
        y: { beginAtZero: true, suggestedMax: 80, ticks: { maxTicksLimit: 6 }, grid: { display: false } },
      },
      plugins: {
        annotation: {
          annotations: { great: band(30, 50, 'Great', '14'), excellent: band(50, 80, 'Excellent', '28') },
        },
      },
    },
    brandKitId: 'linen',
    width: 800,
    height: 520,
  }),
};
