import type { Texture } from "#components/charts/texture.ts";

/** One column of a chart, all of its words written. */
export interface Column {
  key: string;
  /** What stands under it; empty where there is no room for all. */
  tick: string;
  /** What its tip and its row of the table are headed with. */
  title: string;
  parts: Record<Texture, number>;
  total: number;
  before: number | null;
  /** The day that `before` is of. */
  beforeTitle: string | null;
  /** Whether most of it may still change. */
  isUndecided: boolean;
  /** Where its rows are listed. */
  href: string | null;
}

/** What a chart of columns says. */
export interface ColumnWords {
  title: string;
  description: string;
  parts: Record<Texture, string>;
  total: string;
  before: string;
  /** Over the columns that may still change. */
  undecided: string;
}
