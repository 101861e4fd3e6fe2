// In: nothing. Out: the sixteen templates, in the order in which they are shown.
import { adSpendRoi } from './ad-spend-roi.ts';
import { churnRate } from './churn-rate.ts';
import { csatBreakdown } from './csat-breakdown.ts';
import { emailPerformance } from './email-performance.ts';
import { funnelConversion } from './funnel-conversion.ts';
import { ltvCac } from './ltv-cac.ts';
import { mrrGrowth } from './mrr-growth.ts';
import { mrrTrend } from './mrr-trend.ts';
import { npsTrend } from './nps-trend.ts';
import { pipelineStages } from './pipeline-stages.ts';
import { planDistribution } from './plan-distribution.ts';
import { quotaAttainment } from './quota-attainment.ts';
import { signupsBar } from './signups-bar.ts';
import { supportVolume } from './support-volume.ts';
import type { Template } from './template.ts';
import { weeklyVolumeRate } from './weekly-volume-rate.ts';
import { winRateTrend } from './win-rate-trend.ts';

export const templates: readonly Template[] = [
  mrrTrend,
  signupsBar,
  weeklyVolumeRate,
  planDistribution,
  funnelConversion,
  npsTrend,
  churnRate,
  mrrGrowth,
  emailPerformance,
  adSpendRoi,
  csatBreakdown,
  supportVolume,
  pipelineStages,
  winRateTrend,
  quotaAttainment,
  ltvCac,
];
