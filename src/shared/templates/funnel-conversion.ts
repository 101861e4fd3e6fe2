// In: how many reached each step. Out: lying bars, each with what was lost before it in grey behind.
import { first, last, quotient, scaled } from './figures.ts';
import type { Numbers, Template } from './template.ts';
import { badge, count, kpis, percent } from './wording.ts';

export const funnelConversion: Template = {
  id: 'funnel-conversion',
  name: 'Conversion funnel',
  description: 'How many reach each step, and how many are lost on the way',
  category: 'Growth',
  sample: {
    labels: ['Signed up', 'Confirmed e-mail', 'Created a project', 'Invited a colleague', 'Subscribed'],
    series: [{ label: 'People', data: [8420, 7110, 5030, 2960, 1480] }],
  },
  note: { left: 'Accounts made in October', right: 'Within 30 days' },
  chart: ({ labels, series: [people] }) => {
    const data: Numbers = people?.data ?? [];
    const worst = largestLoss(labels, data);
    return {
      type: 'bar',
      data: {
        labels: [...labels],
        datasets: [
          {
            label: 'Reached',
            data: [...data],
            borderRadius: 6,
            datalabels: { display: true, anchor: 'start', align: 'end', offset: 2, font: { weight: 600 } },
          },
          { label: 'Lost before', data: lost(data), backgroundColor: '#8a94a633', borderRadius: 6 },
        ],
      },
      header: {
        eyebrow: 'Activation',
        title: 'From signup to subscription',
        ...badge(percent(scaled(quotient(last(data), first(data)), 100)), 'in all'),
      },
      legend: { style: 'square' },
      ...kpis(
        ['Begun', count(first(data))],
        ['Completed', count(last(data))],
        ['Largest loss', worst?.step],
        ['Lost there', percent(worst?.share)],
      ),
      options: {
        indexAxis: 'y',
        scales: { x: { stacked: true, display: false }, y: { stacked: true } },
      },
      brandKitId: 'ember',
      width: 800,
      height: 520,
    };
  },
};

/** At each step those who had reached the one before and not this one; a step that gains loses nobody. */
const lost = (data: Numbers): (number | null)[] =>
  data.map((value, i) => {
    const before = data[i - 1];
    return value === null || typeof before !== 'number' ? null : Math.max(0, before - value);
  });

function largestLoss(labels: readonly string[], data: Numbers) {
  const shares = lost(data).map((gone, i) =>
    scaled(quotient(gone ?? undefined, data[i - 1] ?? undefined), 100),
  );
  const share = Math.max(...shares.filter((value) => value !== undefined));
  const step = labels[shares.indexOf(share)];
  return share > 0 && step !== undefined ? { step, share } : undefined;
}
