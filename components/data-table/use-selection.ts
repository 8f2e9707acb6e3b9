"use client";

import { functionalUpdate, type RowSelectionState, type Updater } from "@tanstack/react-table";
import { useState } from "react";

const none: RowSelectionState = {};

/** The selected rows; those that have left the list are no longer selected. */
export function useSelection(ids: string[]) {
  const [chosen, setChosen] = useState(none);
  const present = Object.keys(chosen).filter((id) => ids.includes(id));
  const isAllPresent = present.length === Object.keys(chosen).length;
  const selection: RowSelectionState = isAllPresent
    ? chosen
    : Object.fromEntries(present.map((id) => [id, true]));

  function toggle(id: string): void {
    const { [id]: wasSelected, ...others } = selection;
    setChosen(wasSelected ? others : { ...selection, [id]: true });
  }

  return {
    selection,
    count: present.length,
    toggle,
    clear: () => setChosen(none),
    onChange: (updater: Updater<RowSelectionState>) => setChosen(functionalUpdate(updater, selection)),
  };
}
