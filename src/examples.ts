// In: nothing. Out: six charts, one per type, to start from. Data of our own, sized and coloured as one would share them.
import type { ChartType } from '#shared/chart-spec.ts';

export type Example = { type: ChartType; name: string; chart: object };

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const title = (text: string) => ({ title: { display: true, text } });

export const examples: readonly Example[] = [
  {
    type: 'bar',
    name: 'Orders by quarter',
    chart: {
      type: 'bar',
      data: {
        labels: ['Q1', 'Q2', 'Q3', 'Q4'],
        datasets: [
          { label: '2025', data: [412, 468, 521, 603] },
          { label: '2026', data: [534, 590, 648, 771] },
        ],
      },
      width: 800,
      height: 400,
      options: { plugins: title('Orders by quarter') },
    },
  },
  {
    type: 'line',
    name: 'Revenue, target and cost',
    chart: {
      type: 'line',
      data: {
        labels: months,
        datasets: [
          {
            label: 'Revenue',
            data: [42, 45, 51, 49, 58, 63, 61, 70, 76, 81, 88, 97],
            tension: 0.35,
            fill: true,
            order: 1,
          },
          {
            label: 'Target',
            data: [40, 44, 48, 52, 56, 60, 64, 68, 72, 76, 80, 84],
            borderDash: [6, 4],
            pointRadius: 0,
          },
          { label: 'Cost', data: [31, 32, 34, 33, 37, 39, 40, 41, 44, 46, 47, 50], tension: 0.35 },
        ],
      },
      width: 800,
      height: 400,
      options: { plugins: title('Revenue, target and cost (thousand €)') },
    },
  },
  {
    type: 'pie',
    name: 'Traffic by device',
    chart: {
      type: 'pie',
      data: { labels: ['Phone', 'Laptop', 'Tablet', 'Other'], datasets: [{ data: [58, 31, 8, 3] }] },
      width: 600,
      height: 400,
      options: { plugins: title('Traffic by device (%)') },
    },
  },
  {
    type: 'doughnut',
    name: 'Seats by plan',
    chart: {
      type: 'doughnut',
      data: { labels: ['Starter', 'Pro', 'Business', 'Trial'], datasets: [{ data: [1240, 860, 410, 190] }] },
      width: 600,
      height: 400,
      options: { plugins: title('Seats by plan') },
    },
  },
  {
    type: 'radar',
    name: 'Two releases compared',
    chart: {
      type: 'radar',
      data: {
        labels: ['Speed', 'Stability', 'Docs', 'Design', 'Price', 'Support'],
        datasets: [
          { label: '1.8', data: [6, 7, 5, 6, 8, 7] },
          { label: '2.0', data: [9, 8, 8, 9, 7, 8] },
        ],
      },
      width: 600,
      height: 480,
      options: { plugins: title('Two releases compared') },
    },
  },
  {
    type: 'polarArea',
    name: 'Tickets by weekday',
    chart: {
      type: 'polarArea',
      data: {
        labels: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
        datasets: [{ data: [86, 74, 69, 71, 58, 22, 17] }],
      },
      width: 600,
      height: 440,
      options: { plugins: title('Tickets by weekday') },
    },
  },
];
