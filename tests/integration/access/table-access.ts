import type { TableRights } from "./rights.ts";
import type { World } from "./world.ts";

type Values = Record<string, unknown>;

/** What is tried on a table: its named rows, a change, and named rows to insert. */
export interface TableTrials {
  /** Conditions that find one row each. */
  rows: Record<string, string>;
  /** The `set` clause of the update: a column that persons may write, where there is one. */
  change: string;
  /** Rows to insert; `userId` is who asks. */
  inserts: (userId: string) => Record<string, Values>;
}

/** What the rights table of the product says of a database table, and how it is tried. */
export interface TableAccess {
  rights: TableRights;
  /** The trials on the rows of a world. */
  trials: (world: World) => TableTrials;
}
