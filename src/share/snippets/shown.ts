// In: nothing. Out: what every snippet is made of: a picture that has a URL, and a request that a program sends. No key is in either.
import type { Format } from '#shared/chart-spec.ts';

/** A picture as pages, mails and chats show it. */
export type Shown = {
  /** Whole URL. */
  url: string;
  /** The same with two pixels for each, for screens that have them. */
  doubleUrl: string | undefined;
  /** As it is laid out, in CSS px. */
  width: number;
  height: number;
  format: Format;
  /** Never empty. */
  alt: string;
  title: string;
  editLink: string;
};

/** A request as a program sends it: by GET, or with the chart in its body. */
export type Asked = {
  url: string;
  chart: unknown;
  format: Format;
  /** Whether the server is to be told a key, which stands in the environment. */
  withKey: boolean;
  alt: string;
  width: number;
  height: number;
};

/** `chart` undefined goes by GET. */
export const fileName = (format: Format): string => `chart.${format === 'jpeg' ? 'jpg' : format}`;

export const KEY_VARIABLE = 'CHART_API_KEY';
