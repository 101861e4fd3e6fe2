// In: signups a day. Out: bars with their numbers on top, and a line where the average runs.
import { growth, mean, peak, span, total } from './figures.ts';
import type { Numbers, Template } from './template.ts';
import { badge, count, kpis, signedPercent } from './wording.ts';

export const signupsBar: Template = {
  id: 'signups-bar',
  name: 'Signups',
  description: 'Signups a day as bars, with the average as a line',
  category: 'Growth',
  sample: {
    labels: [
      '9 Nov',
      '10 Nov',
      '11 Nov',
      '12 Nov',
      '13 Nov',
      '14 Nov',
      '15 Nov',
      '16 Nov',
      '17 Nov',
      '18 Nov',
      '19 Nov',
      '20 Nov',
      '21 Nov',
      '22 Nov',
    ],
    series: [{ label: 'Signups', data: [212, 248, 263, 241, 198, 96, 88, 231, 274, 301, 288, 226, 104, 97] }],
  },
  note: { left: 'Confirmed addresses only', right: 'UTC days' },
  chart: ({ labels, series: [signups] }) => {
    const data: Numbers = signups?.data ?? [];
    const average = mean(data);
    return {
      type: 'bar',
      data: {
        labels: [...labels],
        datasets: [
          {
            label: 'Signups',
            data: [...data],
            borderRadius: 6,
            categoryPercentage: 0.78,
            datalabels: { display: true, anchor: 'end', align: 'end', offset: 2 },
          },
        ],
      },
      header: {
        eyebrow: 'Growth',
        title: 'Signups',
        subtitle: span(labels),
        ...badge(signedPercent(halves(data)), 'in second half'),
      },
      ...kpis(
        ['In all', count(total(data))],
        ['Average a day', count(average)],
        ['Best day', peak(labels, data)],
      ),
      options: {
        layout: { padding: { top: 24 } },
        scales: { x: { ticks: { maxRotation: 0, maxTicksLimit: 7 } }, y: { display: false } },
        plugins: {
          ...(average === undefined
            ? {}
            : {
                annotation: {
                  annotations: {
                    average: {
                      type: 'line',
                      yMin: average,
                      yMax: average,
                      borderDash: [4, 4],
                      borderWidth: 1.5,
                    },
                  },
                },
              }),
        },
      },
      brandKitId: 'polar',
      width: 800,
      height: 520,
    };
  },
};

/** The second half of the days against the first. */
const halves = (data: Numbers) => {
  const middle = Math.floor(data.length / 2);
  return data.length % 2 === 0 ? growth(total(data.slice(0, middle)), total(data.slice(middle))) : undefined;
};
