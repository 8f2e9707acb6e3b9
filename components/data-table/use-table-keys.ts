"use client";

import { type RefObject, useEffect, useEffectEvent, useRef } from "react";
import { searchBoxSelector } from "#components/data-table/search-box.tsx";

/** A key that does something to the selected rows, or to the row in focus when none is selected. */
export interface RowKey<Row> {
  key: string;
  label: string;
  run: (rows: Row[]) => void;
}

export interface TableKeysOptions {
  container: RefObject<HTMLElement | null>;
  /** The ids of the rows from the top. */
  ids: string[];
  toggle: (id: string) => void;
  clear: () => void;
  showKeys: () => void;
  /** A key of the module; the id is that of the row in focus. */
  press: (key: string, id: string | null) => boolean;
}

const steps: Record<string, number> = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 };

/** Moves through the rows and acts on them by keyboard, wherever the focus is, but never while somebody types. */
export function useTableKeys({ container, ids, toggle, clear, showKeys, press }: TableKeysOptions): void {
  // Where the focus was last: a row that leaves the list hands it to the one that takes its place.
  const last = useRef<{ id: string; index: number } | null>(null);

  function focusRow(index: number): void {
    const id = ids[Math.max(0, Math.min(index, ids.length - 1))];
    const row = id && container.current?.querySelector(`tr[data-row-id="${id}"]`);
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

  function handle({ key, target }: KeyboardEvent): boolean {
    const current = rowInFocus();
    const step = steps[key];
    if (step !== undefined) return move(step, current, key.startsWith("Arrow") && !isInTable(target));
    if (key === "x" && current) toggle(current);
    else if (key === "Escape") clear();
    else if (key === "?") showKeys();
    else if (key === "/") document.querySelector<HTMLElement>(searchBoxSelector)?.focus();
    else return press(key, current);
    return true;
  }

  /** Arrows scroll the page unless the focus is in the table. */
  function move(step: number, current: string | null, scrolls: boolean): boolean {
    if (scrolls) return false;
    const before = step > 0 ? -1 : 0;
    focusRow((current ? ids.indexOf(current) : (last.current?.index ?? before)) + step);
    return true;
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

/** Somebody types there, or a menu or dialog has the keys. */
function isBusy(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest(
      "input, textarea, select, [contenteditable], [role=dialog], [role=alertdialog], [role=menu], [role=listbox]",
    ) !== null
  );
}
