// In: what a customer brings in a lifetime and what winning one costs. Out: pairs of bars, the ratio as a line, and the mark of three.
import { difference, first, last, pairwise, quotient, roomAbove, rounded, span } from './figures.ts';
import type { Template } from './template.ts';
import { badge, dollars, formats, kpis, signedTimes, times } from './wording.ts';

/** What investors ask for at least. */
const MARK = 3;

export const ltvCac: Template = {
  id: 'ltv-cac',
  name: 'LTV to CAC',
  description: 'Lifetime value and acquisition cost, with their ratio against the usual mark of three',
  category: 'Growth',
  sample: {
    labels: ['Q1 25', 'Q2 25', 'Q3 25', 'Q4 25', 'Q1 26', 'Q2 26', 'Q3 26'],
    series: [
      { label: 'LTV', data: [2980, 3120, 3260, 3450, 3720, 3980, 4310] },
      { label: 'CAC', data: [1180, 1150, 1120, 1090, 1060, 1030, 1010] },
    ],
  },
  note: { left: 'Gross margin, 36 months at most', right: 'Sales and marketing, fully loaded' },
  chart: ({ labels, series }) => {
    const [ltv, cac] = series;
    const ratio =
      ltv && cac
        ? pairwise(ltv.data, cac.data, (value, cost) => (cost > 0 ? rounded(value / cost) : null))
        : [];
    return {
      type: 'bar',
      data: {
        labels: [...labels],
        datasets: [
          ...series.map(({ label, data }) => ({
            label,
            data: [...data],
            borderRadius: 5,
            categoryPercentage: 0.66,
            order: 1,
          })),
          ...(ratio.length > 0
            ? [
                {
                  type: 'line' as const,
                  label: 'LTV to CAC',
                  data: ratio,
                  yAxisID: 'yRatio',
                  tension: 0.3,
                  borderWidth: 3,
                  pointRadius: 4,
                  datalabels: {
                    display: true,
                    // Away from the mark, which else runs through the numbers beside it.
                    align: ratio.map((one) =>
                      one !== null && one < MARK ? ('bottom' as const) : ('top' as const),
                    ),
                    offset: 5,
                    font: { weight: 600 },
                  },
                },
              ]
            : []),
        ],
      },
      header: {
        eyebrow: 'Unit economics',
        title: 'Lifetime value and cost of acquisition',
        subtitle: span(labels),
        ...badge(times(quotient(last(ltv?.data), last(cac?.data))), 'LTV to CAC'),
      },
      legend: { style: 'square' },
      ...kpis(
        ['LTV', dollars(last(ltv?.data))],
        ['CAC', dollars(last(cac?.data))],
        ['Ratio', times(last(ratio))],
        ['Since the first', signedTimes(difference(first(ratio), last(ratio)))],
      ),
      options: {
        scales: {
          y: { ...roomAbove(ltv?.data), ticks: { format: formats.dollars, maxTicksLimit: 5 } },
          ...(ratio.length > 0
            ? {
                yRatio: {
                  position: 'right' as const,
                  beginAtZero: true,
                  grid: { display: false },
                  suggestedMax: 5,
                  ticks: { stepSize: 1 },
                },
              }
            : {}),
        },
        ...(ratio.length > 0
          ? {
              plugins: {
                annotation: {
                  annotations: {
                    mark: {
                      type: 'line',
                      scaleID: 'yRatio',
                      value: MARK,
                      borderDash: [5, 4],
                      borderWidth: 1.5,
                      label: { display: true, content: `${MARK}×`, position: 'end' },
                    },
                  },
                },
              },
            }
          : {}),
      },
      brandKitId: 'linen',
      width: 800,
      height: 520,
    };
  },
};
