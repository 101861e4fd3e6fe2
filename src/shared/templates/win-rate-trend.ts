// In: win rates in per cent, of this year and of the one before. Out: two lines with the gain between them filled.
import { difference, last, mean, onLastPoint, peak } from './figures.ts';
import type { Template } from './template.ts';
import { badge, formats, kpis, percent, signedPoints } from './wording.ts';

export const winRateTrend: Template = {
  id: 'win-rate-trend',
  name: 'Win rate trend',
  description: 'Share of deals won, this year against the last',
  category: 'Sales',
  sample: {
    labels: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
    series: [
      { label: 'This year', data: [22.4, 23.1, 24.8, 24.2, 26.5, 27.9, 27.1, 28.6, 30.2, 31.4, 30.8, 32.6] },
      { label: 'Last year', data: [20.1, 21.0, 20.6, 22.3, 21.8, 23.0, 22.4, 23.9, 23.1, 24.5, 24.0, 24.8] },
    ],
  },
  note: { left: 'Won, of all deals closed in the month', right: '2026 and 2025' },
  chart: ({ labels, series: [now, before] }) => ({
    type: 'line',
    data: {
      labels: [...labels],
      datasets: [
        {
          label: 'This year',
          data: [...(now?.data ?? [])],
          tension: 0.35,
          borderWidth: 3,
          fill: before ? '+1' : false,
          pointRadius: onLastPoint(now?.data ?? [], 5, 0),
          datalabels: {
            display: onLastPoint(now?.data ?? [], true, false),
            offset: 6,
            format: formats.percent,
          },
        },
        ...(before
          ? [
              {
                label: 'Last year',
                data: [...before.data],
                borderColor: '#8a94a6',
                borderDash: [5, 5],
                borderWidth: 2,
                tension: 0.35,
                pointRadius: 0,
              },
            ]
          : []),
      ],
    },
    header: {
      eyebrow: 'Sales',
      title: 'Win rate',
      ...(before ? { subtitle: 'This year against the last' } : {}),
      ...badge(signedPoints(difference(last(before?.data), last(now?.data))), 'on last year'),
    },
    legend: { style: 'line' },
    ...kpis(
      ['Latest', percent(last(now?.data))],
      ['Average', percent(mean(now?.data))],
      ['Last year', percent(mean(before?.data))],
      ['Best month', peak(labels, now?.data)],
    ),
    options: { scales: { y: { ticks: { format: formats.percent, maxTicksLimit: 6 } } } },
    brandKitId: 'harbor',
    width: 800,
    height: 520,
  }),
};
