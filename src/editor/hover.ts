// In: text, a place and the exported JSON Schema. Out: what is known about the key or value there, as lines to show. Pure.
import { getNodePath, type Node } from 'jsonc-parser';
import { DEFAULTS } from '#shared/chart-spec.ts';
import type { Path } from '#shared/sentences.ts';
import { treeOf } from './places.ts';
import { kindsOf, limitsOf, refused, type Schema, schemasAt, valuesOf } from './schema-at.ts';

export type Hover = { start: number; end: number; title: string; lines: string[] };

const shown = 7;

/** What to show for an offset, or nothing where the schema has nothing to say. */
export function hoverAt(text: string, offset: number, schema: Schema): Hover | undefined {
  const root = treeOf(text);
  const node = root && leafAt(root, offset);
  if (!node) return undefined;
  const path = getNodePath(node);
  const key = path.at(-1);
  const schemas = schemasAt(schema, path).filter((s) => !refused(s));
  if (key === undefined || schemas.length === 0) return undefined;
  const lines = factsOf(schemas, path);
  const title = typeof key === 'number' ? `${String(path.at(-2) ?? '')}[${key}]` : key;
  return lines.length > 0 ? { start: node.offset, end: node.offset + node.length, title, lines } : undefined;
}

function factsOf(schemas: readonly Schema[], path: Path): string[] {
  const description = schemas.find((s) => s.description)?.description;
  const kinds = kindsOf(schemas);
  const limits = limitsOf(schemas);
  const values = valuesOf(schemas.filter((s) => s.enum));
  const preset =
    path.length === 1 ? Object.entries(DEFAULTS).find(([key]) => key === path[0])?.[1] : undefined;
  return [
    description,
    kinds ? `Type: ${kinds}` : undefined,
    values.length > 0
      ? `Values: ${values
          .slice(0, shown)
          .map((value) => JSON.stringify(value))
          .join(', ')}${values.length > shown ? ' …' : ''}`
      : undefined,
    limits.length > 0 ? `Limits: ${limits.join(', ')}` : undefined,
    preset === undefined ? undefined : `Default: ${JSON.stringify(preset)}`,
  ].filter((line) => line !== undefined);
}

/** The innermost key or plain value that holds the offset. */
function leafAt(root: Node, offset: number): Node | undefined {
  let node: Node | undefined = root;
  while (node?.children) {
    node = node.children.find((child) => child.offset <= offset && offset < child.offset + child.length);
  }
  return node;
}
