// In: customers by plan. Out: a ring with the sum in its middle, and the share of each plan below.
import { quotient, scaled, total } from './figures.ts';
import type { Template } from './template.ts';
import { count, kpis, percent } from './wording.ts';

export const planDistribution: Template = {
  id: 'plan-distribution',
  name: 'Plan distribution',
  description: 'Customers by plan as a ring, with the sum in its middle',
  category: 'Revenue',
  sample: {
    labels: ['Starter', 'Team', 'Business', 'Enterprise'],
    series: [{ label: 'Customers', data: [1860, 940, 310, 74] }],
  },
  note: { left: 'Paying accounts', right: 'November 2026' },
  chart: ({ labels, series: [customers] }) => {
    const data = customers?.data ?? [];
    const sum = total(data);
    return {
      type: 'doughnut',
      data: {
        labels: [...labels],
        datasets: [{ data: [...data], cutout: '70%', borderWidth: 3, borderRadius: 6 }],
      },
      header: { eyebrow: 'Customers', title: 'Customers by plan' },
      legend: { style: 'square' },
      ...kpis(
        ...labels
          .slice(0, 4)
          .map((label, i) => [label, percent(scaled(quotient(data[i] ?? undefined, sum), 100))] as const),
      ),
      options: {
        plugins: {
          annotation: {
            annotations: {
              centre: {
                type: 'doughnutLabel',
                content: [count(sum) ?? '–', 'customers'],
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
