// In: what was added to monthly revenue and what was lost of it, losses below zero. Out: stacked bars around zero and the net line.
import { last, rounded, span, stackTotals, total } from './figures.ts';
import type { Template } from './template.ts';
import { badge, dollars, formats, kpis } from './wording.ts';

export const mrrGrowth: Template = {
  id: 'mrr-growth',
  name: 'MRR growth',
  description: 'New, expansion, contraction and churned revenue around zero, with the net as a line',
  category: 'Revenue',
  sample: {
    labels: ['Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
    series: [
      { label: 'New', data: [7200, 6100, 7000, 8300, 9100, 10600] },
      { label: 'Expansion', data: [2900, 2400, 2800, 3100, 3500, 3900] },
      { label: 'Contraction', data: [-900, -1100, -1000, -900, -1000, -1000] },
      { label: 'Churned', data: [-2800, -2900, -3000, -2900, -2900, -3200] },
    ],
  },
  note: { left: 'Billing, net of refunds', right: 'Second half of 2026' },
  chart: ({ labels, series }) => {
    const net = stackTotals(series).map((value) => value && rounded(value));
    return {
      type: 'bar',
      data: {
        labels: [...labels],
        datasets: [
          ...series.map(({ label, data }) => ({
            label,
            data: [...data],
            stack: 'movement',
            categoryPercentage: 0.6,
            order: 1,
          })),
          ...(series.length > 1
            ? [
                {
                  type: 'line' as const,
                  label: 'Net new',
                  data: net,
                  tension: 0.3,
                  borderWidth: 2.5,
                  pointRadius: 5,
                },
              ]
            : []),
        ],
      },
      header: {
        eyebrow: 'Revenue',
        title: 'Where growth comes from',
        subtitle: span(labels),
        ...badge(dollars(last(net)), 'net new'),
      },
      legend: { style: 'square' },
      ...kpis(...series.map(({ label, data }) => [label, dollars(total(data))] as const)),
      options: {
        scales: {
          x: { stacked: true },
          y: { stacked: true, ticks: { format: formats.dollars, maxTicksLimit: 7 } },
        },
      },
      brandKitId: 'polar',
      width: 800,
      height: 520,
    };
  },
};
