// In: answers from best to worst. Out: half a ring, with the share of the two best in its middle.
import { quotient, scaled, total } from './figures.ts';
import type { Template } from './template.ts';
import { count, kpis, percent } from './wording.ts';

export const csatBreakdown: Template = {
  id: 'csat-breakdown',
  name: 'CSAT breakdown',
  description: 'Answers from best to worst as a gauge; the first two count as satisfied',
  category: 'Customers',
  sample: {
    labels: ['Very satisfied', 'Satisfied', 'Neutral', 'Dissatisfied', 'Very dissatisfied'],
    series: [{ label: 'Answers', data: [612, 341, 98, 46, 23] }],
  },
  note: { left: 'Asked after each solved ticket', right: 'November 2026' },
  chart: ({ labels, series: [answers] }) => {
    const data = answers?.data ?? [];
    const share = (values: typeof data) => percent(scaled(quotient(total(values), total(data)), 100));
    return {
      type: 'doughnut',
      data: {
        labels: [...labels],
        datasets: [{ data: [...data], cutout: '72%', borderWidth: 3, borderRadius: 4 }],
      },
      header: { eyebrow: 'Support', title: 'Customer satisfaction' },
      legend: { style: 'square' },
      ...kpis(
        ['Answers', count(total(data))],
        ['Satisfied', share(data.slice(0, 2))],
        ['In between', data.length > 4 ? share(data.slice(2, -2)) : undefined],
        ['Dissatisfied', data.length > 4 ? share(data.slice(-2)) : undefined],
      ),
      options: {
        rotation: -90,
        circumference: 180,
        plugins: {
          annotation: {
            annotations: {
              centre: {
                type: 'doughnutLabel',
                content: [share(data.slice(0, 2)) ?? '–', 'satisfied'],
              },
            },
          },
        },
      },
      brandKitId: 'harbor',
      width: 800,
      height: 520,
    };
  },
};
