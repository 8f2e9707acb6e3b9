"use client";

import { useTranslations } from "next-intl";
import { type RefObject, useEffect, useEffectEvent, useRef } from "react";
import { usePageKeys } from "#components/keys/page-keys.ts";
import { focusRow } from "#components/list/table/row-focus.ts";

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
  /** What selects rows; left out where none can be. */
  selects?: RowSelecting | false | undefined;
  /** The keys of the module; the id is that of the row in focus. Each answers whether it did something, and whether the focus goes on. */
  keys: { key: string; label: string; press: (id: string | null) => boolean | "movesOn" }[];
}

interface RowSelecting {
  /** Selects a row or lets go of it; as a range, selects all from the last one to it. */
  toggle: (id: string, isRange: boolean) => void;
  /** Takes the selection along from the row in focus to the next. */
  step: (from: string | null, to: string) => void;
  /** False: nothing was selected. */
  clear: () => unknown;
}

/** The keys of a list: they move through its rows and act on them. */
export function useTableKeys({ container, ids, selects, keys }: TableKeysOptions): void {
  const t = useTranslations("table.keys");
  // Where the focus was last: a row that leaves the list hands it to the one that takes its place.
  const last = useRef<{ id: string; index: number } | null>(null);

  usePageKeys([
    { keys: ["j", "arrowdown"], label: t("down"), run: (key) => move(1, key), repeats: true },
    { keys: ["k", "arrowup"], label: t("up"), run: (key) => move(-1, key), repeats: true },
    // The link in focus hears Enter itself.
    { keys: ["enter"], label: t("open"), run: () => false },
    ...(selects ? selectingKeys(selects) : []),
    ...keys.map(({ key, label, press }) => ({ keys: [key], label, run: () => pressed(press) })),
  ]);

  function selectingKeys({ toggle, clear }: RowSelecting) {
    return [
      { keys: ["x"], label: t("select"), run: () => pick(false) },
      { keys: ["shift+x", "shift+click"], label: t("selectRange"), run: () => pick(true) },
      {
        keys: ["shift+j", "shift+k", "shift+arrowdown", "shift+arrowup"],
        label: t("selectMoving"),
        run: (key: string) => move(/j|down/.test(key) ? 1 : -1, key),
        repeats: true,
      },
      { keys: ["escape"], label: t("clear"), run: clear },
    ];

    function pick(isRange: boolean): boolean {
      const current = rowInFocus();
      if (current) toggle(current, isRange);
      return current !== null;
    }
  }

  function pressed(press: TableKeysOptions["keys"][number]["press"]): boolean {
    const done = press(rowInFocus());
    if (done === "movesOn") move(1, "");
    return done !== false;
  }

  /** Arrows scroll the page unless the focus is in the table. */
  function move(by: number, key: string): boolean {
    if (key.includes("arrow") && !container.current?.contains(document.activeElement)) return false;
    const current = rowInFocus();
    const index = (current ? ids.indexOf(current) : lastPlace(by)) + by;
    if (selects && key.startsWith("shift+")) selects.step(current, idAt(index));
    focusRow(idAt(index), container.current);
    return true;
  }

  function idAt(index: number): string {
    return ids[Math.max(0, Math.min(index, ids.length - 1))] ?? "";
  }

  function rowInFocus(): string | null {
    const row = document.activeElement?.closest<HTMLElement>("[data-row-id]");
    if (row && container.current?.contains(row)) return row.dataset.rowId ?? null;
    return null;
  }

  /** Where the next step goes from when no row has the focus. The row in the place of one that has left is still to be visited. */
  function lastPlace(by: number): number {
    const { id, index } = last.current ?? { id: "", index: 0 };
    if (ids.includes(id)) return ids.indexOf(id);
    return by > 0 ? index - 1 : index;
  }

  const onFocusIn = useEffectEvent(() => {
    const id = rowInFocus();
    if (id) last.current = { id, index: ids.indexOf(id) };
  });

  useEffect(() => {
    document.addEventListener("focusin", onFocusIn);
    return () => document.removeEventListener("focusin", onFocusIn);
  }, []);

  const keepPlace = useEffectEvent(() => {
    const { id, index } = last.current ?? {};
    if (index === undefined || document.activeElement !== document.body) return;
    if (!ids.includes(id ?? "")) focusRow(idAt(index), container.current);
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: the rows are what this waits for
  useEffect(() => keepPlace(), [ids.join()]);
}
