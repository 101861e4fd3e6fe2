// In: spend and revenue of each channel. Out: pairs of bars, and the return in per cent as marks on a second axis.
import { growth, pairwise, peak, roomAbove, rounded, total } from './figures.ts';
import type { Template } from './template.ts';
import { badge, dollars, formats, kpis, percent } from './wording.ts';

export const adSpendRoi: Template = {
  id: 'ad-spend-roi',
  name: 'Ad spend and return',
  description: 'Spend and revenue by channel, with the return on a second axis',
  category: 'Marketing',
  sample: {
    labels: ['Search', 'Social', 'Video', 'Partners', 'Retargeting', 'Podcasts'],
    series: [
      { label: 'Spend', data: [42000, 31500, 18200, 12400, 9800, 6500] },
      { label: 'Revenue', data: [151000, 85000, 38200, 52100, 46100, 15600] },
    ],
  },
  note: { left: 'Revenue within 60 days of the first click', right: 'Q3 2026' },
  chart: ({ labels, series }) => {
    const [spend, revenue] = series;
    const roi = spend && revenue ? pairwise(spend.data, revenue.data, returned) : [];
    return {
      type: 'bar',
      data: {
        labels: [...labels],
        datasets: [
          ...series.map(({ label, data }) => ({
            label,
            data: [...data],
            borderRadius: 5,
            categoryPercentage: 0.7,
            order: 1,
          })),
          ...(roi.length > 0
            ? [
                {
                  type: 'line' as const,
                  label: 'Return',
                  data: roi,
                  yAxisID: 'yReturn',
                  showLine: false,
                  pointStyle: 'rectRot' as const,
                  pointRadius: 7,
                  datalabels: { display: true, align: 'top' as const, offset: 6, format: whole },
                },
              ]
            : []),
        ],
      },
      header: {
        eyebrow: 'Marketing',
        title: 'What each channel returns',
        ...badge(percent(growth(total(spend?.data), total(revenue?.data))), 'return in all'),
      },
      legend: { style: 'square' },
      ...kpis(
        ['Spend', dollars(total(spend?.data))],
        ['Revenue', dollars(total(revenue?.data))],
        ['Best return', peak(labels, roi)],
      ),
      options: {
        scales: {
          y: { ...roomAbove(revenue?.data), ticks: { format: formats.dollars, maxTicksLimit: 5 } },
          ...(roi.length > 0
            ? {
                yReturn: {
                  position: 'right' as const,
                  beginAtZero: true,
                  grace: '15%',
                  grid: { display: false },
                  ticks: { format: whole, maxTicksLimit: 6 },
                },
              }
            : {}),
        },
      },
      brandKitId: 'studio',
      width: 800,
      height: 520,
    };
  },
};

const whole = { ...formats.percent, maximumFractionDigits: 0 };

/** Profit as a share of what was spent. */
const returned = (spent: number, earned: number) => {
  const share = growth(spent, earned);
  return share === undefined ? null : rounded(share);
};
