// In: the machine the tests run on. Out: a production build and a browser, before the first test; what is missing is said once.
import type { TestProject } from 'vitest/node';
import { buildIfNeeded } from '../../server/build-if-needed.ts';
import { chromiumPath, HOW_TO_GET_IT } from './chromium.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Path of the browser, or '' where there is none and the flows are skipped. */
    chromium: string;
  }
}

export default function setup(project: TestProject): void {
  buildIfNeeded();
  const chromium = chromiumPath();
  if (!chromium && process.env.CI) throw new Error(`No Chromium: ${HOW_TO_GET_IT}`);
  if (!chromium) console.warn(`Skipped: everything in a browser, for want of Chromium (${HOW_TO_GET_IT}).`);
  project.provide('chromium', chromium ?? '');
}
