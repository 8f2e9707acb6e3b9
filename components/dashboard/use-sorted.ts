import { useState } from "react";

/** How a small table is sorted: the largest first, or the smallest. */
export interface Sorting<Column extends string> {
  column: Column;
  isAscending: boolean;
}

/**
 * Sorts the rows of a table that has all of them.
 *
 * @param numberOf what a row is sorted by; null comes last
 */
export function useSorted<Row, Column extends string>(
  rows: Row[],
  first: Column,
  numberOf: (row: Row, column: Column) => number | null,
): { sorted: Row[]; sorting: Sorting<Column>; sortBy: (column: Column) => void } {
  const [sorting, setSorting] = useState<Sorting<Column>>({ column: first, isAscending: false });
  const direction = sorting.isAscending ? 1 : -1;
  const sorted = rows.toSorted((a, b) => {
    const [one, other] = [numberOf(a, sorting.column), numberOf(b, sorting.column)];
    if (one === null || other === null) return Number(one === null) - Number(other === null);
    return direction * (one - other);
  });
  function sortBy(column: Column): void {
    setSorting({ column, isAscending: column === sorting.column && !sorting.isAscending });
  }
  return { sorted, sorting, sortBy };
}
