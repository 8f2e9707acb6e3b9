import "server-only";
import type { Session } from "#lib/base/auth/session.ts";
import { forUser, type Transaction } from "#lib/base/db/access.ts";
import type { List, ListParams } from "#lib/base/list/define.ts";
import type { Page } from "#lib/base/list/page.ts";
import { type ColumnId, chosenColumns, columnIds, type ExportColumn } from "#lib/export/columns.ts";
import type { Column } from "#lib/export/csv.ts";
import { allPages } from "#lib/export/pages.ts";

/** A list as a file; see `defineExport`. */
export interface ListExport<Row extends object, Params extends ListParams> {
  list: List<Params>;
  /** The columns that the person can choose from. */
  columnIds: (session: Session) => ColumnId[];
  /** The columns that the person wants; all where none of `chosen` is known. */
  columns: (session: Session, chosen?: readonly string[]) => Promise<Column<Row>[]>;
  /** All rows of the list, in its order. */
  pages: (session: Session, params: Params) => AsyncGenerator<Row[], void>;
}

type LoadMore<More> = (
  tx: Transaction,
  session: Session,
  ids: { in: string[] },
) => Promise<(More & { id: string })[]>;

interface ExportSource<Row extends { id: string }, More extends object, Params extends ListParams> {
  list: List<Params>;
  /** The list's own query. */
  read: (session: Session, params: Params) => Promise<Page<Row>>;
  /** Reads what an export says beyond what the list shows, for each page of rows. */
  loadMore?: LoadMore<More>;
  columns: readonly ExportColumn<Row & More>[];
}

/** The largest page that a list may have. */
const size = 100;

/**
 * Makes a file of a list: the list's own query, page after page, so that an export is exactly the list, and of each page what the list
 * does not show.
 */
export function defineExport<Row extends { id: string }, More extends object, Params extends ListParams>({
  list,
  read,
  loadMore,
  columns,
}: ExportSource<Row, More, Params>): ListExport<Row & More, Params> {
  return {
    list,
    columnIds: (session) => columnIds(columns, session),
    columns: (session, chosen = []) => chosenColumns(columns, session, chosen),
    pages: (session, params) => {
      const pages = allPages((after) => read(session, { ...params, size, after, before: "" }));
      return loadMore ? withMore(session, pages, loadMore) : (pages as AsyncGenerator<(Row & More)[], void>);
    },
  };
}

/** What the person lost sight of since its page was read is left out. */
async function* withMore<Row extends { id: string }, More extends object>(
  session: Session,
  pages: AsyncIterable<Row[]>,
  load: LoadMore<More>,
): AsyncGenerator<(Row & More)[], void> {
  for await (const rows of pages) {
    const found = await forUser(session, (tx) => load(tx, session, { in: rows.map(({ id }) => id) }));
    const more = new Map(found.map((one) => [one.id, one]));
    yield rows.flatMap((row) => {
      const own = more.get(row.id);
      return own ? [{ ...row, ...own }] : [];
    });
  }
}
