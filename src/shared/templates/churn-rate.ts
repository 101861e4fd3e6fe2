// In: churn of customers and of revenue in per cent a month, and a target. Out: two lines that fall towards a dashed one.
import { difference, last, lastStep, quotient, span } from './figures.ts';
import type { Template } from './template.ts';
import { badge, count, formats, kpis, percent, signedPoints } from './wording.ts';

export const churnRate: Template = {
  id: 'churn-rate',
  name: 'Churn rate',
  description: 'Customers and revenue lost a month, against a target',
  category: 'Customers',
  sample: {
    labels: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
    series: [
      { label: 'Customers', data: [3.4, 3.1, 3.3, 2.9, 2.8, 2.6, 2.7, 2.4, 2.2, 2.3, 2.0, 1.8] },
      { label: 'Revenue', data: [2.6, 2.4, 2.5, 2.1, 1.9, 1.8, 1.7, 1.5, 1.3, 1.2, 1.0, 0.9] },
      { label: 'Target', data: [2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2] },
    ],
  },
  note: { left: 'Monthly contracts', right: 'Trials not counted' },
  chart: ({ labels, series: [customers, revenue, target] }) => ({
    type: 'line',
    data: {
      labels: [...labels],
      datasets: [
        {
          label: 'Customers',
          data: [...(customers?.data ?? [])],
          tension: 0.35,
          borderWidth: 3,
          fill: true,
        },
        ...(revenue ? [{ label: 'Revenue', data: [...revenue.data], tension: 0.35, borderWidth: 3 }] : []),
        ...(target
          ? [
              {
                label: 'Target',
                data: [...target.data],
                borderColor: '#8a94a6',
                borderDash: [6, 5],
                borderWidth: 1.5,
                pointRadius: 0,
              },
            ]
          : []),
      ],
    },
    header: {
      eyebrow: 'Retention',
      title: 'Churn a month',
      subtitle: span(labels),
      ...badge(signedPoints(lastStep(customers?.data)), 'this month'),
    },
    legend: { style: 'line' },
    ...kpis(
      ['Customers', percent(last(customers?.data))],
      ['Revenue', percent(last(revenue?.data))],
      ['Lifetime', months(quotient(100, last(customers?.data)))],
      ['Against target', signedPoints(difference(last(target?.data), last(customers?.data)))],
    ),
    options: { scales: { y: { beginAtZero: true, ticks: { format: formats.percent, maxTicksLimit: 6 } } } },
    brandKitId: 'ember',
    width: 800,
    height: 520,
  }),
};

/** Of a customer, while churn stays as it is: one over its rate. */
const months = (value: number | undefined) =>
  value === undefined || value < 0 ? undefined : `${count(value)} months`;
