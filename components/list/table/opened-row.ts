import type { KeptSelection, SelectionScope } from "#components/list/table/selection.ts";

interface OpenedRow {
  scope: SelectionScope;
  id: string;
  /** What was selected then. */
  kept: KeptSelection<unknown>;
}

/** The row that was opened last, and the list that it was opened from. */
let opened: OpenedRow | null = null;

/** Whether somebody has gone through the browser's history since the list was left. */
let hasGoneBack = false;

const noteBack = () => {
  hasGoneBack = true;
};

/** Keeps from where a row is opened: whoever comes back goes on there. Null: whoever came back has, or what was selected is let go. */
export function keepOpened(row: OpenedRow | null): void {
  opened = row;
  hasGoneBack = false;
  // Before Next hears it, which draws the page at once.
  if (row) window.addEventListener("popstate", noteBack, true);
}

/** A list is left: going back before, as from a page that had not come yet, led nowhere. */
export function noteLeft(): void {
  hasGoneBack = false;
}

/** What was kept of a page of a list; null when another one was left last. */
export function openedFrom({ list, page }: SelectionScope): OpenedRow | null {
  return opened?.scope.list === list && opened.scope.page === page ? opened : null;
}

/** What was selected on a page of a list that somebody goes back to. Whoever comes to it anew, by a link, has nothing selected. */
export function selectedOnReturn(scope: SelectionScope): KeptSelection<unknown> | undefined {
  return hasGoneBack ? openedFrom(scope)?.kept : undefined;
}
