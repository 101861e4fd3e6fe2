// In: a volume a week, and a rate in per cent. Out: bars and a line, each with an axis of its own.
import { growth, last, lastStep, mean, span, total } from './figures.ts';
import type { Template } from './template.ts';
import { badge, count, formats, kpis, percent, signedPoints } from './wording.ts';

export const weeklyVolumeRate: Template = {
  id: 'weekly-volume-rate',
  name: 'Weekly volume and rate',
  description: 'How much a week, as bars, and how well, as a line on a second axis',
  category: 'Operations',
  sample: {
    labels: ['W36', 'W37', 'W38', 'W39', 'W40', 'W41', 'W42', 'W43', 'W44', 'W45', 'W46', 'W47'],
    series: [
      {
        label: 'Orders',
        data: [1820, 1904, 1876, 2012, 2148, 2093, 2207, 2351, 2298, 2466, 2614, 2893],
      },
      {
        label: 'On time',
        data: [91.4, 92.1, 90.8, 93.2, 94.0, 92.7, 94.6, 95.1, 94.3, 95.8, 96.4, 95.9],
      },
    ],
  },
  note: { left: 'All warehouses', right: 'Weeks begin on Monday' },
  chart: ({ labels, series: [volume, rate] }) => ({
    type: 'bar',
    data: {
      labels: [...labels],
      datasets: [
        {
          label: 'Orders',
          data: [...(volume?.data ?? [])],
          borderRadius: 5,
          categoryPercentage: 0.72,
          order: 1,
        },
        ...(rate
          ? [
              {
                type: 'line' as const,
                label: 'On time',
                data: [...rate.data],
                yAxisID: 'yRate',
                tension: 0.35,
                borderWidth: 3,
                pointRadius: 4,
              },
            ]
          : []),
      ],
    },
    header: {
      eyebrow: 'Fulfilment',
      title: rate ? 'Orders and on-time delivery' : 'Orders',
      subtitle: span(labels),
      ...badge(signedPoints(lastStep(rate?.data)), 'this week'),
    },
    legend: { style: 'square' },
    ...kpis(
      ['Orders', count(total(volume?.data))],
      ['Latest week', count(last(volume?.data))],
      ['Growth', percent(growth(volume?.data[0] ?? undefined, last(volume?.data)))],
      ['On time', percent(mean(rate?.data))],
    ),
    options: {
      scales: {
        y: { grace: '35%', ticks: { maxTicksLimit: 5 } },
        ...(rate
          ? {
              yRate: {
                position: 'right' as const,
                grid: { display: false },
                beginAtZero: false,
                suggestedMin: 80,
                suggestedMax: 100,
                ticks: { format: formats.percent, maxTicksLimit: 5 },
              },
            }
          : {}),
      },
    },
    brandKitId: 'harbor',
    width: 800,
    height: 520,
  }),
};
