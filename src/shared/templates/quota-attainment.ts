// In: what each person sold in per cent of their quota. Out: lying bars with a line at 100.
import { mean, peak } from './figures.ts';
import type { Numbers, Template } from './template.ts';
import { badge, formats, kpis, percent } from './wording.ts';

export const quotaAttainment: Template = {
  id: 'quota-attainment',
  name: 'Quota attainment',
  description: 'Each person against their quota, with a line at 100%',
  category: 'Sales',
  sample: {
    labels: ['Amara', 'Jonas', 'Priya', 'Mateo', 'Yuki', 'Elise', 'Tomás'],
    series: [{ label: 'Attainment', data: [128, 117, 109, 101, 94, 86, 71] }],
  },
  note: { left: 'Closed and signed', right: 'Q3 2026' },
  chart: ({ labels, series: [attainment] }) => {
    const data: Numbers = attainment?.data ?? [];
    const given = data.filter((value) => value !== null);
    return {
      type: 'bar',
      data: {
        labels: [...labels],
        datasets: [
          {
            label: 'Attainment',
            data: [...data],
            borderRadius: 6,
            categoryPercentage: 0.72,
            datalabels: {
              display: true,
              anchor: 'start',
              align: 'end',
              offset: 8,
              format: formats.percent,
              font: { weight: 600 },
            },
          },
        ],
      },
      header: {
        eyebrow: 'Sales',
        title: 'Quota attainment',
        ...badge(`${given.filter((value) => value >= 100).length} of ${given.length}`, 'reached it'),
      },
      ...kpis(
        ['Team', percent(mean(data))],
        ['Highest', peak(labels, data)],
        ['Still below', String(given.filter((value) => value < 100).length)],
      ),
      options: {
        indexAxis: 'y',
        scales: {
          // Stacked, though there is one series: the numbers then stand in the bars, in a colour that can be read on them.
          x: { stacked: true, suggestedMax: 140, ticks: { format: formats.percent, stepSize: 20 } },
          y: { stacked: true },
        },
        plugins: {
          annotation: {
            annotations: {
              quota: {
                type: 'line',
                xMin: 100,
                xMax: 100,
                borderWidth: 2,
                borderDash: [5, 4],
                label: { display: true, content: 'Quota', position: 'start' },
              },
            },
          },
        },
      },
      brandKitId: 'studio',
      width: 800,
      height: 520,
    };
  },
};
