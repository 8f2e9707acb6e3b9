/** The ids of the selected rows, each with true. */
export type Selection = Record<string, true>;

export function selectionOf(ids: string[]): Selection {
  return Object.fromEntries(ids.map((id) => [id, true as const]));
}

/** The selection with a row more, or with one less when it was in. */
export function toggleRow(selection: Selection, id: string): Selection {
  const { [id]: wasSelected, ...others } = selection;
  return wasSelected ? others : { ...selection, [id]: true };
}

/** The selection and all rows from one to the other, whichever stands above; from one that has left the list, only the other. */
export function selectBetween(selection: Selection, ids: string[], from: string, to: string): Selection {
  const end = ids.indexOf(to);
  const start = ids.includes(from) ? ids.indexOf(from) : end;
  return { ...selection, ...selectionOf(ids.slice(Math.min(start, end), Math.max(start, end) + 1)) };
}

/** The selection after a step from a row to the next takes both in. A step back from a selected row to another one lets go of it. */
export function selectStep(selection: Selection, from: string | null, to: string): Selection {
  if (from === null || from === to) return { ...selection, [to]: true };
  const isBack = selection[from] && selection[to];
  return isBack ? toggleRow(selection, from) : { ...selection, [from]: true, [to]: true };
}

/** Which list the rows are of, and which page of it. */
export interface SelectionScope {
  list: string;
  page: string;
}

/** A selection that is kept while other rows are shown. */
export interface KeptSelection<Row> {
  scope: SelectionScope;
  /** The rows of the open page that can be selected, as they were looked at last. */
  ids: string[];
  /** The selected rows by their ids, as they were when their page was open. */
  rows: Record<string, Row>;
}

/**
 * What is kept of a selection when other rows are shown: all of it on another page of the same list, nothing in another list. A row that has
 * left the open page is no longer selected.
 */
export function keptIn<Row>(
  kept: KeptSelection<Row>,
  scope: SelectionScope,
  ids: string[],
): KeptSelection<Row> {
  if (scope.list !== kept.scope.list) return { scope, ids, rows: {} };
  if (ids.join() === kept.ids.join()) return scope.page === kept.scope.page ? kept : { ...kept, scope };
  if (scope.page !== kept.scope.page) return { ...kept, scope, ids };
  const left = new Set(kept.ids.filter((id) => !ids.includes(id)));
  const rows = Object.fromEntries(Object.entries(kept.rows).filter(([id]) => !left.has(id)));
  return { scope, ids, rows };
}
