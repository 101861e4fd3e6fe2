// In: a plan's name. Out: what it includes; and the gate that refuses what it does not. One table.
import type { ChartSpec } from '#shared/chart-spec.ts';
import { UPGRADE_URL } from '#shared/errors.ts';
import { AppError } from './app-error.ts';

const BITMAPS_AND_SVG = ['png', 'jpeg', 'svg', 'webp'] as const;
const ALL = [...BITMAPS_AND_SVG, 'pdf'] as const;

/** Renders a calendar month (UTC) and formats. Requests without credentials run on `starter`. */
export const plans = {
  starter: { rendersPerMonth: 1_000, formats: BITMAPS_AND_SVG },
  trial: { rendersPerMonth: 10_000, formats: BITMAPS_AND_SVG },
  expired: { rendersPerMonth: 0, formats: [] },
  pro: { rendersPerMonth: 50_000, formats: ALL },
  business: { rendersPerMonth: 250_000, formats: ALL },
} as const satisfies Record<string, { rendersPerMonth: number; formats: readonly ChartSpec['format'][] }>;

export type PlanName = keyof typeof plans;
export const planNames = Object.keys(plans) as [PlanName, ...PlanName[]];

/** @throws AppError `trial_expired`, `pdf_requires_pro` */
export function admitByPlan(plan: PlanName, format: ChartSpec['format']): void {
  if (plan === 'expired') throw new AppError('trial_expired', { plan, upgradeUrl: UPGRADE_URL });
  const included: readonly string[] = plans[plan].formats;
  if (!included.includes(format)) throw new AppError('pdf_requires_pro', { plan, upgradeUrl: UPGRADE_URL });
}
