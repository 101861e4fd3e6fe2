// In: monthly recurring revenue, and the plan for it. Out: a smooth area against a dashed line, with the newest figure beside it.
import { growth, last, lastGrowth, lastStep, onLastPoint, scaled, span } from './figures.ts';
import type { Template } from './template.ts';
import { badge, dollars, formats, kpis, signedPercent } from './wording.ts';

export const mrrTrend: Template = {
  id: 'mrr-trend',
  name: 'MRR trend',
  description: 'Monthly recurring revenue as an area, against the plan',
  category: 'Revenue',
  sample: {
    labels: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
    series: [
      {
        label: 'MRR',
        data: [86400, 89100, 93800, 96200, 101500, 104900, 111300, 115800, 121600, 129200, 137900, 148200],
      },
      {
        label: 'Plan',
        data: [85000, 90000, 95000, 100000, 105000, 110000, 115000, 120000, 125000, 130000, 135000, 140000],
      },
    ],
  },
  note: { left: 'Billing, net of refunds', right: 'December 2026' },
  chart: ({ labels, series: [mrr, plan] }) => ({
    type: 'line',
    data: {
      labels: [...labels],
      datasets: [
        {
          label: 'MRR',
          data: [...(mrr?.data ?? [])],
          tension: 0.4,
          fill: true,
          borderWidth: 3,
          pointRadius: onLastPoint(mrr?.data ?? [], 5, 0),
          datalabels: {
            display: onLastPoint(mrr?.data ?? [], true, false),
            offset: 6,
            format: formats.dollars,
          },
        },
        ...(plan
          ? [{ label: 'Plan', data: [...plan.data], borderDash: [5, 5], borderWidth: 1.5, pointRadius: 0 }]
          : []),
      ],
    },
    header: {
      eyebrow: 'Revenue',
      title: 'Monthly recurring revenue',
      subtitle: span(labels),
      ...badge(signedPercent(lastGrowth(mrr?.data)), 'this month'),
    },
    legend: { style: 'line' },
    ...kpis(
      ['MRR', dollars(last(mrr?.data))],
      ['Net new', dollars(lastStep(mrr?.data))],
      ['Run rate', dollars(scaled(last(mrr?.data), 12))],
      ['Against plan', signedPercent(growth(last(plan?.data), last(mrr?.data)))],
    ),
    options: { scales: { y: { ticks: { format: formats.dollars, maxTicksLimit: 6 } } } },
    brandKitId: 'obsidian',
    width: 800,
    height: 520,
  }),
};
