import type { CSSProperties, ReactNode } from "react";
import { type ColumnScreen, fromClasses } from "#components/list/looks/column-screen.ts";

/** What a cell holds while its row is on the way. */
export type CellSkeleton = "line" | "two-lines" | "pill" | "avatar";

export interface ColumnMeta {
  /** Numbers stand right. */
  align?: "start" | "end";
  /** A width in CSS: at least that much, and as much as the text needs; without one, just what the text needs. */
  width?: string;
  /** Cuts what is longer than `width` with an ellipsis; on wide screens it may be longer. */
  cut?: boolean;
  /** Shares the width that is left with the other growing columns and cuts long text. */
  grow?: boolean;
  /** Left out on screens narrower than this: what is needed least gives way first, and names and phone numbers never do. */
  from?: ColumnScreen;
  skeleton?: CellSkeleton;
}

/** One column of a module's table: an id, a header, a cell. Rows come sorted and filtered from the server. */
export interface DataTableColumn<Row> extends ColumnMeta {
  id: string;
  header: ReactNode;
  cell: (row: Row) => ReactNode;
  /** Whether a row says anything in this column: where none does, the column takes no room. Left out, all do. */
  saysOf?: (row: Row) => boolean;
}

/** Where a header leads: to the list in its order, or the other way round when it already is. */
export interface ColumnSort {
  href: string;
  /** How the list is sorted by this column now; null when by another. */
  direction: "ascending" | "descending" | null;
}

/** The width of a column's header, which makes the column's: of a growing one the least, so that all that is left is theirs. */
export function columnWidth({ width, grow }: ColumnMeta = {}): CSSProperties {
  return grow ? { minWidth: width } : { width: width ?? "1px" };
}

/** How long the text of a cell may be. */
export function cellWidth({ width, cut }: ColumnMeta = {}): CSSProperties {
  return cut ? { maxWidth: `max(${width}, 10vw)` } : {};
}

/** Without the columns in which none of these rows says anything. */
export function columnsWithWords<Row, Column extends Pick<DataTableColumn<Row>, "saysOf">>(
  columns: Column[],
  rows: Row[],
): Column[] {
  return columns.filter(({ saysOf }) => !saysOf || rows.some(saysOf));
}

/** Classes that header, cell and skeleton of one column share. */
export function columnClasses({ align, grow, from }: ColumnMeta = {}): string {
  return [
    align === "end" ? "text-end tabular-nums" : "text-start",
    grow ? "max-w-0" : "whitespace-nowrap",
    from ? fromClasses[from] : "",
  ].join(" ");
}
