// In: where the caret was in the JSON. Out: the parts around that place open, and its field seen and marked, once.
import { type RefObject, useEffect, useMemo } from 'react';
import type { Path } from '#shared/sentences.ts';
import type { Leaf } from './leaves.ts';
import { openPart } from './open-parts.ts';
import { wantedOf } from './wanted.ts';

export function useFound(body: RefObject<HTMLDivElement | null>, path: Path, leaves: readonly Leaf[]): void {
  const { parts, fields } = useMemo(() => wantedOf(path, leaves), [path, leaves]);
  useEffect(() => {
    for (const part of parts) openPart(part, true);
    const frame = requestAnimationFrame(() => {
      const selectors = [
        ...fields.map((field) => `[data-field="${CSS.escape(field)}"]`),
        `[data-part="${parts[0]}"]`,
      ];
      const found = selectors.map((selector) => body.current?.querySelector(selector)).find(Boolean);
      if (!found || parts.length === 0) return;
      found.scrollIntoView({ block: 'center' });
      found.classList.add('found');
    });
    return () => cancelAnimationFrame(frame);
  }, [body, parts, fields]);
}
