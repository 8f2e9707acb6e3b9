import type { KeptSelection, SelectionScope } from "#components/list/table/selection.ts";

interface OpenedRow {
  scope: SelectionScope;
  id: string;
  /** What was selected then. */
  kept: KeptSelection<unknown>;
}

/** The row that was opened last, and the list that it was opened from. */
let opened: OpenedRow | null = null;

/** Keeps from where a row is opened: whoever comes back goes on there. Null: whoever came back has, or selects something else. */
export function keepOpened(row: OpenedRow | null): void {
  opened = row;
}

/** What was kept of a page of a list; null when another one was left last. */
export function openedFrom({ list, page }: SelectionScope): OpenedRow | null {
  return opened?.scope.list === list && opened.scope.page === page ? opened : null;
}
