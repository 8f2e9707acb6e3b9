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
