// In: a text while the dialog is open. Out: what the worker reads in it, the choices made about it, and the data of the chart that
// results. Newest wins: an answer about an earlier choice is dropped.
import { startTransition, useEffect, useRef, useState } from 'react';
import type { Role } from './columns.ts';
import type { DateOrder } from './dates.ts';
import type { Fewer } from './fewer-rows.ts';
import type { Chosen } from './read-table.ts';
import type { Answer, Drawing, Overview } from './table-desk.ts';
import { startTableReader, type TableReader } from './table-reader.ts';

type Choices = {
  shape: Chosen;
  /** By column; only those that somebody changed. */
  roles: Readonly<Record<number, Role>>;
  dates?: DateOrder;
  fewer?: Fewer;
};

const untouched: Choices = { shape: {}, roles: {} };
const none: readonly Role[] = [];
const typingPauseMs = 120;

export type TableState = {
  /** Missing until the first text was read. */
  overview: Overview | undefined;
  /** Missing while a choice is being worked out. */
  answer: Answer | undefined;
  roles: readonly Role[];
  dates: DateOrder | undefined;
  /** As chosen; the answer tells what suits where nothing was. */
  fewer: Fewer | undefined;
  failure: string | undefined;
  setShape: (some: Chosen) => void;
  setRole: (column: number, role: Role) => void;
  setDates: (order: DateOrder | undefined) => void;
  setFewer: (fewer: Fewer) => void;
};

export function useTable(text: string, drawing: Drawing, active: boolean): TableState {
  const reader = useRef<TableReader | undefined>(undefined);
  const [choices, setChoices] = useState(untouched);
  const [overview, setOverview] = useState<Overview>();
  const [answer, setAnswer] = useState<Answer>();
  const [failure, setFailure] = useState<string>();
  const [about, setAbout] = useState(text);
  // Another text is another table: what was chosen for the last one means nothing here.
  if (about !== text) {
    setAbout(text);
    setChoices(untouched);
  }
  const { shape, dates, fewer } = choices;

  useEffect(() => {
    if (!active) return undefined;
    return () => {
      reader.current?.stop();
      reader.current = undefined;
    };
  }, [active]);

  useEffect(() => {
    if (!active) return undefined;
    let current = true;
    const timer = setTimeout(() => {
      reader.current ??= startTableReader();
      reader.current.read(text, shape).then(
        (next) => {
          if (!current) return;
          // In slices: a grid of hundreds of cells must not hold up the next key.
          startTransition(() => {
            setFailure(undefined);
            setAnswer(undefined);
            setOverview(next);
          });
        },
        (error: Error) => current && setFailure(error.message),
      );
    }, typingPauseMs);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [text, shape, active]);

  const guessed = overview?.ok ? overview.table.roles : none;
  const roles = guessed.map((role, i) => choices.roles[i] ?? role);
  const rolesKey = roles.join();
  useEffect(() => {
    if (!overview?.ok) return undefined;
    let current = true;
    const parts = { roles: rolesKey.split(',') as Role[], ...(dates ? { dates } : {}) };
    reader.current?.ask({ parts, drawing, ...(fewer ? { fewer } : {}) }).then(
      (next) => current && setAnswer(next),
      (error: Error) => current && setFailure(error.message),
    );
    return () => {
      current = false;
    };
  }, [overview, rolesKey, dates, fewer, drawing]);

  const set = (some: Partial<Choices>) => setChoices((before) => ({ ...before, ...some }));
  return {
    overview,
    answer,
    roles,
    dates,
    fewer,
    failure,
    setShape: (some) => {
      const columnsStay = Object.keys(some).every((key) => key === 'decimal' || key === 'thousands');
      set({ shape: { ...shape, ...some }, ...(columnsStay ? {} : { roles: {}, fewer: undefined }) });
    },
    setRole: (column, role) => set({ roles: { ...choices.roles, [column]: role } }),
    setDates: (order) => set({ dates: order }),
    setFewer: (next) => set({ fewer: next }),
  };
}
