import type { ReactNode } from "react";

/** What a cell holds while its row is on the way. */
export type CellSkeleton = "line" | "two-lines" | "pill" | "avatar";

export interface ColumnMeta {
  /** Numbers stand right. */
  align?: "start" | "end";
  /** A width in CSS: at least that much, and as much as the text needs; without one, just what the text needs. */
  width?: string;
  /** Cuts what is longer than `width` with an ellipsis. */
  cut?: boolean;
  /** Shares the width that is left with the other growing columns and cuts long text. */
  grow?: boolean;
  /** Left out on screens narrower than this. */
  from?: "lg" | "xl";
  skeleton?: CellSkeleton;
}

/** One column of a module's table: an id, a header, a cell. Rows come sorted and filtered from the server. */
export interface DataTableColumn<Row> extends ColumnMeta {
  id: string;
  header: ReactNode;
  cell: (row: Row) => ReactNode;
}

/** Where a header leads: to the list in its order, or the other way round when it already is. */
export interface ColumnSort {
  href: string;
  /** How the list is sorted by this column now; null when by another. */
  direction: "ascending" | "descending" | null;
}

const fromClasses = { lg: "max-lg:hidden", xl: "max-xl:hidden" };

/** The width of a column's header, which makes the column's: growing ones have none, so that all that is left is theirs. */
export function columnWidth({ width, grow }: ColumnMeta = {}): string | undefined {
  return width ?? (grow ? undefined : "1px");
}

/** Classes that header, cell and skeleton of one column share. */
export function columnClasses({ align, grow, from }: ColumnMeta = {}): string {
  return [
    align === "end" ? "text-end tabular-nums" : "text-start",
    grow ? "max-w-0" : "whitespace-nowrap",
    from ? fromClasses[from] : "",
  ].join(" ");
}
