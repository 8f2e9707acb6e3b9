"use client";

import { useRef, useState } from "react";
import {
  type Selection,
  selectBetween,
  selectionOf,
  selectStep,
  toggleRow,
} from "#components/list/table/selection.ts";

const none: Selection = {};

/** The selected rows; those that have left the list are no longer selected. */
export function useSelection(ids: string[]) {
  const [chosen, setChosen] = useState(none);
  /** The row that was selected or let go last: ranges begin there. */
  const last = useRef<string | null>(null);
  const present = Object.keys(chosen).filter((id) => ids.includes(id));
  const isAllPresent = present.length === Object.keys(chosen).length;
  const selection = isAllPresent ? chosen : selectionOf(present);

  /** Selects a row or lets go of it; as a range, selects all from the last one to it. */
  function toggle(id: string, isRange: boolean): void {
    const from = isRange ? last.current : null;
    setChosen(from === null ? toggleRow(selection, id) : selectBetween(selection, ids, from, id));
    last.current = id;
  }

  /** Takes the selection along from a row to the next. */
  function step(from: string | null, to: string): void {
    setChosen(selectStep(selection, from, to));
    last.current = to;
  }

  function clear(): void {
    setChosen(none);
    last.current = null;
  }

  return {
    selection,
    count: present.length,
    toggle,
    step,
    toggleAll: (isSelected: boolean) => (isSelected ? setChosen(selectionOf(ids)) : clear()),
    clear,
  };
}
