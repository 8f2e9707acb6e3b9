"use client";

import { type RefObject, useEffect, useEffectEvent, useRef } from "react";
import { searchBoxSelector } from "#components/list/filters/search-box.tsx";
import { isBusy } from "#components/ui/is-busy.ts";

/** A key that does something to the selected rows, or to the row in focus when none is selected. */
export interface RowKey<Row> {
  key: string;
  label: string;
  run: (rows: Row[], letGo: LetGo) => void;
  /** Whether it is all there is to do with the row in focus, so that the focus goes on at once. */
  movesOn?: (row: Row) => boolean;
}

/** Lets go of the rows that are done with, or of the whole selection. */
export type LetGo = (ids?: string[]) => void;

export interface TableKeysOptions {
  container: RefObject<HTMLElement | null>;
  /** The ids of the rows from the top. */
  ids: string[];
  /** Selects a row or lets go of it; as a range, selects all from the last one to it. */
  toggle: (id: string, isRange: boolean) => void;
  /** Takes the selection along from the row in focus to the next. */
  step: (from: string | null, to: string) => void;
  clear: () => void;
  showKeys: () => void;
  /** A key of the module; the id is that of the row in focus. Answers whether it is one, and whether the focus goes on. */
  press: (key: string, id: string | null) => boolean | "movesOn";
}

const steps: Record<string, number> = { j: 1, arrowdown: 1, k: -1, arrowup: -1 };

/** Moves through the rows and acts on them by keyboard, wherever the focus is, but never while somebody types. */
export function useTableKeys(options: TableKeysOptions): void {
  const { container, ids, toggle, step, clear, showKeys, press } = options;
  // Where the focus was last: a row that leaves the list hands it to the one that takes its place.
  const last = useRef<{ id: string; index: number } | null>(null);

  function idAt(index: number): string {
    return ids[Math.max(0, Math.min(index, ids.length - 1))] ?? "";
  }

  function focusRow(index: number): void {
    const row = container.current?.querySelector(`tr[data-row-id="${idAt(index)}"]`);
    if (!row) return;
    row.querySelector<HTMLElement>("a[data-row-link]")?.focus({ preventScroll: true });
    row.scrollIntoView({ block: "nearest" });
  }

  function rowInFocus(): string | null {
    const row = document.activeElement?.closest<HTMLElement>("[data-row-id]");
    if (row && container.current?.contains(row)) return row.dataset.rowId ?? null;
    return null;
  }

  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isBusy(event.target))
      return;
    if (handle(event)) event.preventDefault();
  });

  function handle({ key, shiftKey, target }: KeyboardEvent): boolean {
    const current = rowInFocus();
    const by = steps[key.toLowerCase()];
    // Arrows scroll the page unless the focus is in the table.
    if (by !== undefined && key.startsWith("Arrow") && !isInTable(target)) return false;
    if (by !== undefined) move(by, current, shiftKey);
    else if (key.toLowerCase() === "x" && current) toggle(current, shiftKey);
    else if (key === "Escape") clear();
    else if (key === "?") showKeys();
    else if (key === "/") document.querySelector<HTMLElement>(searchBoxSelector)?.focus();
    else return pressKey(key, current);
    return true;
  }

  function pressKey(key: string, current: string | null): boolean {
    const pressed = press(key, current);
    if (pressed === "movesOn") move(1, current, false);
    return pressed !== false;
  }

  function move(by: number, current: string | null, isSelecting: boolean): void {
    const index = (current ? ids.indexOf(current) : lastPlace(by)) + by;
    if (isSelecting) step(current, idAt(index));
    focusRow(index);
  }

  /** Where the next step goes from when no row has the focus. The row in the place of one that has left is still to be visited. */
  function lastPlace(by: number): number {
    const { id, index } = last.current ?? { id: "", index: 0 };
    if (ids.includes(id)) return ids.indexOf(id);
    return by > 0 ? index - 1 : index;
  }

  function isInTable(target: EventTarget | null): boolean {
    return target instanceof Node && container.current?.contains(target) === true;
  }

  const onFocusIn = useEffectEvent(() => {
    const id = rowInFocus();
    if (id) last.current = { id, index: ids.indexOf(id) };
  });

  useEffect(() => {
    document.addEventListener("keydown", onKeyDown);
    document.addEventListener("focusin", onFocusIn);
    return () => {
      document.removeEventListener("keydown", onKeyDown);
      document.removeEventListener("focusin", onFocusIn);
    };
  }, []);

  const keepPlace = useEffectEvent(() => {
    const { id, index } = last.current ?? {};
    if (index === undefined || document.activeElement !== document.body) return;
    if (!ids.includes(id ?? "")) focusRow(index);
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: the rows are what this waits for
  useEffect(() => keepPlace(), [ids.join()]);
}
