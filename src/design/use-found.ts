// In: where the caret was in the JSON. Out: the parts around that place open, and its field seen and marked, once.
import { type RefObject, useEffect, useMemo } from 'react';
import type { Path } from '#shared/sentences.ts';
import type { Leaf } from './leaves.ts';
import { openPart } from './open-parts.ts';
import { wantedOf } from './wanted.ts';

export function useFound(body: RefObject<HTMLDivElement | null>, path: Path, leaves: readonly Leaf[]): void {
  const { parts, more, fields } = useMemo(() => wantedOf(path, leaves), [path, leaves]);
  useEffect(() => {
    if (parts.length === 0) return undefined;
    const seen = (selector: string) => body.current?.querySelector(selector);
    const field = (id: string | undefined) =>
      id === undefined ? null : seen(`[data-field="${CSS.escape(id)}"]`);
    const show = () => {
      const found = fields.map(field).find(Boolean) ?? seen(`[data-part="${parts[0]}"]`);
      found?.scrollIntoView({ block: 'center' });
      found?.classList.add('found');
    };
    for (const part of parts) openPart(part, true);
    let frame = requestAnimationFrame(() => {
      if (field(fields[0])) return show();
      openPart(more, true);
      frame = requestAnimationFrame(show);
    });
    return () => cancelAnimationFrame(frame);
  }, [body, parts, more, fields]);
}
