// In: open and click rates of mailings in per cent. Out: pairs of bars with their numbers on top.
import { mean, peak, quotient, scaled } from './figures.ts';
import type { Template } from './template.ts';
import { badge, formats, kpis, percent } from './wording.ts';

export const emailPerformance: Template = {
  id: 'email-performance',
  name: 'E-mail performance',
  description: 'Opens and clicks of each mailing side by side',
  category: 'Marketing',
  sample: {
    labels: ['Welcome', 'First steps', 'Webinar', 'Case study', 'Renewal', 'Win-back'],
    series: [
      { label: 'Opened', data: [58.2, 44.6, 36.9, 33.4, 47.8, 22.5] },
      { label: 'Clicked', data: [21.4, 14.7, 11.2, 6.1, 16.9, 4.2] },
    ],
  },
  note: { left: 'Share of delivered mails', right: 'Last 90 days' },
  chart: ({ labels, series }) => {
    const [opened, clicked] = series;
    return {
      type: 'bar',
      data: {
        labels: [...labels],
        datasets: series.map(({ label, data }) => ({
          label,
          data: [...data],
          borderRadius: 5,
          categoryPercentage: 0.7,
          barPercentage: 0.94,
          datalabels: {
            display: true,
            anchor: 'end' as const,
            align: 'end' as const,
            offset: 1,
            format: whole,
          },
        })),
      },
      header: {
        eyebrow: 'Marketing',
        title: 'How our mails perform',
        ...badge(peak(labels, opened?.data), 'leads'),
      },
      legend: { style: 'square' },
      ...kpis(
        ['Opened', percent(mean(opened?.data))],
        ['Clicked', percent(mean(clicked?.data))],
        ['Click to open', percent(scaled(quotient(mean(clicked?.data), mean(opened?.data)), 100))],
        ['Most clicked', peak(labels, clicked?.data)],
      ),
      options: { scales: { y: { ticks: { format: formats.percent, maxTicksLimit: 5 } } } },
      brandKitId: 'linen',
      width: 800,
      height: 520,
    };
  },
};

const whole = { ...formats.percent, maximumFractionDigits: 0 };
