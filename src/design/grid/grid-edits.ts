// In: the text and what happens in the grid. Out: the edits for it: a cell touches its number alone, a row its place in every list.
// Pure.
import type { Node } from 'jsonc-parser';
import type { Path } from '#shared/sentences.ts';
import { insertItems, swapItems, withoutChildren } from '../../editor/edit-list.ts';
import { cleanRoot, put, type TextEdit } from '../../editor/edit-value.ts';
import { nodeAt } from '../../editor/places.ts';
import { styleOf } from '../../editor/written.ts';
import { type Change, designEdits } from '../design-edits.ts';
import { type Cell, LABELS, pointsOf, SERIES } from './grid-table.ts';

/** `null` empties: a gap among numbers, no text among labels, no name of a series. */
export type Filled = Cell & { value: string | number | null };

const listNode = (root: Node, path: Path): Node | undefined => {
  const node = nodeAt(root, path);
  return node?.type === 'array' ? node : undefined;
};

export function fillCells(text: string, cells: readonly Filled[]): TextEdit[] {
  const root = cleanRoot(text);
  if (!root) return [];
  const series = listNode(root, SERIES);
  if (!listNode(root, LABELS) || !series) return begin(text, root, cells);
  const count = series.children?.length ?? 0;
  const columns = new Map<number, Filled[]>();
  for (const cell of cells) columns.set(cell.col, [...(columns.get(cell.col) ?? []), cell]);
  const edits: TextEdit[] = [];
  const fresh: unknown[] = [];
  for (const [col, members] of [...columns].toSorted(([a], [b]) => a - b)) {
    if (col >= count) {
      for (let between = count + fresh.length; between <= col; between++)
        fresh.push(seriesOf(between, between === col ? members : []));
      continue;
    }
    const points = members.filter(({ row }) => row >= 0);
    edits.push(...fillList(text, root, col < 0 ? LABELS : pointsOf(col), points, col < 0 ? '' : null));
    const name = members.find(({ row }) => row < 0);
    if (name && col >= 0)
      edits.push(...designEdits(text, [[[...SERIES, col, 'label'], name.value || undefined]]));
  }
  return [...edits, ...insertItems(text, styleOf(text, root), series, count, fresh)];
}

function fillList(
  text: string,
  root: Node,
  path: Path,
  cells: readonly Filled[],
  empty: '' | null,
): TextEdit[] {
  if (cells.length === 0) return [];
  const list = listNode(root, path);
  const length = list?.children?.length ?? 0;
  const inside = cells.filter(({ row }) => row < length);
  const edits = inside.flatMap(({ row, value }) => put(text, root, [...path, row], value ?? empty));
  const more = lengthened(cells, length, empty);
  if (more.length === 0) return edits;
  const added = list
    ? insertItems(text, styleOf(text, root), list, length, more)
    : put(text, root, path, more);
  return [...edits, ...added];
}

/** What comes behind the end of a list, up to the last cell that has a value. */
function lengthened(cells: readonly Filled[], length: number, empty: '' | null): unknown[] {
  const beyond = new Map(cells.filter(({ row }) => row >= length).map(({ row, value }) => [row, value]));
  const end = Math.max(length - 1, ...beyond.keys());
  return Array.from({ length: end + 1 - length }, (_, i) => beyond.get(length + i) ?? empty);
}

function seriesOf(col: number, cells: readonly Filled[]): object {
  const name = cells.find(({ row }) => row < 0)?.value;
  const data = lengthened(cells, 0, null);
  return { label: name ?? `Series ${col + 1}`, data };
}

/** Where there is no table yet: what was filled becomes one. */
function begin(text: string, root: Node, cells: readonly Filled[]): TextEdit[] {
  const of = (col: number) => cells.filter((cell) => cell.col === col);
  const rows = Math.max(0, ...cells.map(({ row }) => row)) + 1;
  const cols = Math.max(0, ...cells.map(({ col }) => col)) + 1;
  const labels = lengthened(of(-1), 0, '');
  const all = Array.from({ length: rows }, (_, row) => labels[row] ?? '');
  const changes: Change[] = [];
  if (!listNode(root, LABELS)) changes.push([LABELS, all]);
  if (!listNode(root, SERIES))
    changes.push([SERIES, Array.from({ length: cols }, (_, col) => seriesOf(col, of(col)))]);
  return designEdits(text, changes);
}

/** Every list that has one item per row; `perPoint` names those of a series beside its numbers. */
function rowLists(root: Node, perPoint: ReadonlySet<string>): Node[] {
  const labels = listNode(root, LABELS);
  const rows = labels?.children?.length ?? 0;
  const series = listNode(root, SERIES)?.children ?? [];
  const lists = series.flatMap((one) =>
    (one.children ?? []).flatMap(({ children: [key, list] = [] }) => {
      if (list?.type !== 'array') return [];
      const follows = perPoint.has(String(key?.value)) && list.children?.length === rows;
      return key?.value === 'data' || follows ? [list] : [];
    }),
  );
  return labels ? [labels, ...lists] : lists;
}

const isLabels = (root: Node, list: Node) => list === listNode(root, LABELS);
const isPoints = (list: Node) => list.parent?.children?.[0]?.value === 'data';

export function insertRow(text: string, at: number, perPoint: ReadonlySet<string>): TextEdit[] {
  const root = cleanRoot(text);
  if (!root) return [];
  const style = styleOf(text, root);
  return rowLists(root, perPoint).flatMap((list) => {
    const items = list.children ?? [];
    // A short series has a gap there already.
    if (at > items.length || (isPoints(list) && at === items.length && items.length === 0)) return [];
    const neighbour = items[Math.max(0, at - 1)];
    const item = isLabels(root, list) ? '' : isPoints(list) ? null : plain(text, neighbour);
    return insertItems(text, style, list, at, [item]);
  });
}

const plain = (text: string, node: Node | undefined): unknown =>
  node ? JSON.parse(text.slice(node.offset, node.offset + node.length)) : null;

export function removeRows(
  text: string,
  from: number,
  count: number,
  perPoint: ReadonlySet<string>,
): TextEdit[] {
  const root = cleanRoot(text);
  const leaves = (_: Node, index: number) => index >= from && index < from + count;
  return root ? rowLists(root, perPoint).flatMap((list) => withoutChildren(list, leaves)) : [];
}

/** Changes over with the neighbour in every list. A list that ends between the two is filled up first. */
export function swapRows(text: string, a: number, b: number, perPoint: ReadonlySet<string>): TextEdit[] {
  const root = cleanRoot(text);
  if (!root) return [];
  return rowLists(root, perPoint).flatMap((list) => {
    const items = list.children ?? [];
    if (Math.max(a, b) < items.length || Math.min(a, b) >= items.length) return swapItems(text, list, a, b);
    const last = items.at(-1);
    const typed = last ? text.slice(last.offset, last.offset + last.length) : 'null';
    const gap = isLabels(root, list) ? '""' : 'null';
    return last ? [{ offset: last.offset, length: last.length, content: `${gap}, ${typed}` }] : [];
  });
}

export function addSeries(text: string, rows: number): TextEdit[] {
  const root = cleanRoot(text);
  const series = root && listNode(root, SERIES);
  if (!root || !series) return root ? begin(text, root, [{ row: 0, col: 0, value: null }]) : [];
  const count = series.children?.length ?? 0;
  const fresh = { label: `Series ${count + 1}`, data: Array.from({ length: rows }, () => null) };
  return insertItems(text, styleOf(text, root), series, count, [fresh]);
}

export function removeSeries(text: string, col: number): TextEdit[] {
  const root = cleanRoot(text);
  const series = root && listNode(root, SERIES);
  return series ? withoutChildren(series, (_, index) => index === col) : [];
}

export function swapSeries(text: string, a: number, b: number): TextEdit[] {
  const root = cleanRoot(text);
  const series = root && listNode(root, SERIES);
  return series ? swapItems(text, series, a, b) : [];
}
