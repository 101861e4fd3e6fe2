// In: tickets by channel. Out: areas on top of each other, so that the upper edge is the whole.
import { first, growth, last, lastGrowth, quotient, scaled, span, stackTotals } from './figures.ts';
import type { Template } from './template.ts';
import { badge, count, kpis, percent, signedPercent } from './wording.ts';

export const supportVolume: Template = {
  id: 'support-volume',
  name: 'Support volume',
  description: 'Tickets a week by channel, stacked as areas',
  category: 'Operations',
  sample: {
    labels: [
      '7 Sep',
      '14 Sep',
      '21 Sep',
      '28 Sep',
      '5 Oct',
      '12 Oct',
      '19 Oct',
      '26 Oct',
      '2 Nov',
      '9 Nov',
      '16 Nov',
      '23 Nov',
    ],
    series: [
      { label: 'E-mail', data: [214, 208, 219, 201, 196, 188, 192, 179, 171, 168, 160, 155] },
      { label: 'Chat', data: [96, 104, 118, 123, 137, 141, 152, 163, 170, 182, 191, 203] },
      { label: 'Phone', data: [58, 55, 61, 54, 52, 49, 53, 47, 45, 46, 42, 40] },
    ],
  },
  note: { left: 'New tickets, spam left out', right: 'Weeks begin on Monday' },
  chart: ({ labels, series }) => {
    const all = stackTotals(series);
    return {
      type: 'line',
      data: {
        labels: [...labels],
        datasets: series.map(({ label, data }, i) => ({
          label,
          data: [...data],
          fill: i === 0 ? 'origin' : '-1',
          tension: 0.35,
          borderWidth: 2,
          pointRadius: 0,
        })),
      },
      header: {
        eyebrow: 'Support',
        title: 'Tickets by channel',
        subtitle: span(labels),
        ...badge(signedPercent(lastGrowth(all)), 'this week'),
      },
      legend: { style: 'square' },
      ...kpis(
        ['This week', count(last(all))],
        ['Since the first', signedPercent(growth(first(all), last(all)))],
        ...series.map(
          ({ label, data }) => [label, percent(scaled(quotient(last(data), last(all)), 100))] as const,
        ),
      ),
      options: {
        scales: {
          x: { ticks: { maxRotation: 0, maxTicksLimit: 6 } },
          y: { stacked: true, beginAtZero: true, ticks: { maxTicksLimit: 6 } },
        },
      },
      brandKitId: 'obsidian',
      width: 800,
      height: 520,
    };
  },
};
