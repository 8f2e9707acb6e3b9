"use client";

import { useRef, useState } from "react";
import { keepOpened, openedFrom } from "#components/list/table/opened-row.ts";
import {
  type KeptSelection,
  keptIn,
  type Selection,
  type SelectionScope,
  selectBetween,
  selectionOf,
  selectStep,
  toggleRow,
} from "#components/list/table/selection.ts";

/**
 * The selected rows, kept over the pages of one list. Another list, filter or order begins anew; a row that has left the open page is no
 * longer selected.
 */
export function useSelection<Selected, Row extends Selected>(
  rows: Row[],
  idOf: (row: Selected) => string,
  scope: SelectionScope,
) {
  const ids = rows.map(idOf);
  // Whoever has opened a row and comes back finds what was selected.
  const [kept, setKept] = useState(
    () => (openedFrom(scope)?.kept as KeptSelection<Selected> | undefined) ?? { scope, ids, rows: {} },
  );
  /** The row that was selected or let go last: ranges begin there. */
  const last = useRef<string | null>(null);
  const chosen = keptIn(kept, scope, ids);
  if (chosen !== kept) setKept(chosen);
  const present = Object.fromEntries(rows.map((row) => [idOf(row), row]));
  const selection = selectionOf(Object.keys(chosen.rows));

  function set(next: Selection): void {
    const entries = Object.keys(next).flatMap((id) => {
      const row = present[id] ?? chosen.rows[id];
      return row ? [[id, row] as const] : [];
    });
    keepOpened(null);
    setKept({ scope, ids, rows: Object.fromEntries(entries) });
  }

  /** Selects a row or lets go of it; as a range, selects all from the last one to it. */
  function toggle(id: string, isRange: boolean): void {
    const from = isRange ? last.current : null;
    set(from === null ? toggleRow(selection, id) : selectBetween(selection, ids, from, id));
    last.current = id;
  }

  /** Takes the selection along from a row to the next. */
  function step(from: string | null, to: string): void {
    set(selectStep(selection, from, to));
    last.current = to;
  }

  /** Selects rows wherever they are in this list; those that come when another one is open are not taken. */
  function add(more: Selected[]): void {
    const added = Object.fromEntries(more.map((row) => [idOf(row), row]));
    setKept((before) =>
      before.scope.list === scope.list ? { ...before, rows: { ...before.rows, ...added } } : before,
    );
  }

  /** Lets go of the rows that are done with, or of all. */
  function letGo(done: string[] = Object.keys(chosen.rows)): void {
    const gone = new Set(done);
    keepOpened(null);
    setKept((before) => ({
      ...before,
      rows: Object.fromEntries(Object.entries(before.rows).filter(([id]) => !gone.has(id))),
    }));
    if (done.includes(last.current ?? "")) last.current = null;
  }

  const selected = Object.entries(chosen.rows).map(([id, row]) => present[id] ?? row);
  return {
    kept: chosen,
    selected,
    selection,
    isPageSelected: ids.length > 0 && ids.every((id) => selection[id]),
    toggle,
    step,
    togglePage: (isSelected: boolean) =>
      isSelected ? set({ ...selection, ...selectionOf(ids) }) : letGo(ids),
    add,
    letGo,
  };
}
