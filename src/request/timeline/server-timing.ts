// In: the value of a Server-Timing header. Out: its measures with a duration, in their order (W3C Server Timing §4). Pure; what
// cannot be read is passed over.

export type Measure = { name: string; durationMs: number };

/** Measures beyond these are no server's of ours. */
const MOST = 12;
const MOST_READ = 2000;

export function serverTiming(header: string | undefined): Measure[] {
  if (header === undefined) return [];
  const measures: Measure[] = [];
  for (const [whole] of header.slice(0, MOST_READ).matchAll(/(?:[^,"]|"(?:[^"\\]|\\.)*")+/g)) {
    // A description may hold anything.
    const entry = whole.replace(/;\s*desc\s*=\s*"(?:[^"\\]|\\.)*"/gi, '');
    const name = /^\s*([!#$%&'*+\-.^`|~\w]+)/.exec(entry)?.[1];
    const duration = /;\s*dur\s*=\s*"?(\d+(?:\.\d+)?)"?\s*(?:;|$)/i.exec(entry)?.[1];
    if (name && duration !== undefined && measures.length < MOST)
      measures.push({ name: name.slice(0, 40), durationMs: Number(duration) });
  }
  return measures;
}
