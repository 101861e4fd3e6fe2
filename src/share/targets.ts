// In: a chart and where it is to go. Out: the text to paste there, with the link that works there: which rung of the ladder it is,
// and what had to be done for it. Pure; a stored or signed link is handed in by whoever got it.
import type { ChartSpec, Format } from '#shared/chart-spec.ts';
import type { Dialect } from '#shared/errors.ts';
import { RENDER_PATH } from '#shared/render-url.ts';
import { shortestPath } from '#shared/short-url.ts';
import { imagePath } from '../request/target.ts';
import { type Channel, ladder, type Rung, type RungId, rungInUse, type ServerLimit } from './ladder.ts';
import { curlSnippet, fetchSnippet, nodeSnippet, pythonSnippet } from './snippets/code.ts';
import {
  emailSnippet,
  htmlSnippet,
  markdownSnippet,
  markdownWithSource,
  slackSnippet,
} from './snippets/markup.ts';
import type { Asked, Shown } from './snippets/shown.ts';

export type Subject = {
  /** The chart as JSON, valid. */
  value: unknown;
  spec: ChartSpec;
  dialect: Dialect;
  /** What stands before every path. */
  origin: string;
  limit: ServerLimit;
  alt: string;
  editLink: string;
  /** Whether programs send a key. */
  withKey: boolean;
  pinned: RungId | undefined;
  /** The stored picture of a chart, where somebody stored it. */
  stored: (chart: unknown) => string | undefined;
  /** A path with its signature; undefined while it is not there. The same path where nothing is signed. */
  signed: (path: string) => string | undefined;
};

export type Target = {
  id: string;
  name: string;
  channel: Channel;
  /** Kinds of picture that can be seen there; where the chart's own is not among them it is asked for as PNG. */
  formats?: readonly Format[];
  write: ((shown: Shown) => string) | { code: (asked: Asked) => string; browser?: true };
};

const bitmaps: readonly Format[] = ['png', 'jpeg'];

export const targets = [
  { id: 'url', name: 'Image URL', channel: 'web', write: ({ url }) => url },
  { id: 'edit', name: 'Edit link', channel: 'web', write: ({ editLink }) => editLink },
  { id: 'html', name: 'HTML', channel: 'web', write: htmlSnippet },
  { id: 'markdown', name: 'Markdown', channel: 'markdown', write: markdownSnippet },
  { id: 'markdown-source', name: 'Markdown with edit link', channel: 'markdown', write: markdownWithSource },
  { id: 'email', name: 'E-mail HTML', channel: 'email', formats: bitmaps, write: emailSnippet },
  { id: 'slack', name: 'Slack block', channel: 'slack', formats: bitmaps, write: slackSnippet },
  { id: 'curl', name: 'curl', channel: 'code', write: { code: curlSnippet } },
  { id: 'fetch', name: 'JavaScript', channel: 'code', write: { code: fetchSnippet, browser: true } },
  { id: 'node', name: 'Node', channel: 'code', write: { code: nodeSnippet } },
  { id: 'python', name: 'Python', channel: 'code', write: { code: pythonSnippet } },
] as const satisfies readonly Target[];

export type TargetId = (typeof targets)[number]['id'];

export type Written = {
  /** Undefined where there is no link yet: too long, or not signed. */
  text: string | undefined;
  rungs: Rung[];
  rung: Rung | undefined;
  /** The chart that is drawn there: the document's, but for its format. */
  chart: unknown;
  /** What was done differently from the document. */
  notes: string[];
};

export function written(target: Target, subject: Subject): Written {
  const { value, spec, dialect, origin, limit, pinned } = subject;
  const foreign =
    target.formats !== undefined && !target.formats.includes(spec.format) && dialect === 'chart-output';
  const chart = asPicture(value, foreign ? { format: 'png' } : {});
  const seen: ChartSpec = foreign ? { ...spec, format: 'png' } : spec;
  const notes = foreign ? [`Asked for as PNG: ${spec.format.toUpperCase()} is not shown there.`] : [];
  const saved = subject.stored(chart);
  const inline = imagePath(chart, dialect);
  const short = shortestPath(chart, dialect) ?? inline;
  const rungs = ladder({ dialect, channel: target.channel, origin, limit, inline, short, saved });
  const rung = rungInUse(rungs, target.channel, pinned);
  if (target.id === 'edit') return { text: subject.editLink, rungs: [], rung: undefined, chart, notes: [] };
  const url = rung && urlOf(rung, subject, saved);
  const size = { width: spec.width, height: spec.height, format: seen.format, alt: subject.alt };
  if (typeof target.write !== 'function') {
    const posts = rung?.id === 'post';
    const asked = posts ? origin + RENDER_PATH : url;
    if (subject.withKey && target.write.browser) notes.push('No key: everybody could read it in a page.');
    const text =
      asked &&
      target.write.code({
        ...size,
        url: asked,
        chart: posts ? chart : undefined,
        withKey: subject.withKey && rung?.id !== 'saved',
      });
    return { text, rungs, rung, chart, notes };
  }
  const text =
    url &&
    target.write({
      ...size,
      url,
      doubleUrl: doubled(chart, seen, rung, subject),
      title: titleOf(spec),
      editLink: subject.editLink,
    });
  return { text, rungs, rung, chart, notes };
}

function urlOf(rung: Rung, { origin, signed }: Subject, saved: string | undefined): string | undefined {
  if (rung.path === undefined) return rung.id === 'saved' ? saved : undefined;
  const path = signed(rung.path);
  return path === undefined ? undefined : origin + path;
}

/** What an image URL answers with is the picture, whatever the chart asks of a POST. */
function asPicture(value: unknown, more: object): unknown {
  const { returnUrl: _, ...chart } = value as Record<string, unknown>;
  return { ...chart, ...more };
}

const drawn: readonly Format[] = ['png', 'jpeg', 'webp'];

/** Only for a picture of single density whose double fits as well. A vector needs none, and the other API wants an account for it. */
function doubled(
  chart: unknown,
  spec: ChartSpec,
  rung: Rung | undefined,
  { dialect, origin, limit }: Subject,
): string | undefined {
  if (dialect !== 'chart-output' || spec.devicePixelRatio !== 1 || !drawn.includes(spec.format))
    return undefined;
  if (rung?.path === undefined) return undefined;
  const { scale: _, ...single } = chart as Record<string, unknown>;
  const double = { ...single, devicePixelRatio: 2 };
  const short = shortestPath(double, dialect);
  // None: twice as many pixels are more than a picture may have.
  if (short === undefined) return undefined;
  const path = rung.id === 'short' ? short : imagePath(double, dialect);
  return path.length <= limit.characters ? origin + path : undefined;
}

function titleOf({ header, options }: ChartSpec): string {
  const { title } = options?.plugins ?? {};
  return header?.title ?? (title && title.display === true ? [title.text ?? ''].flat().join(' ') : '');
}
