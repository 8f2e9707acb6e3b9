import type { Messages } from "next-intl";
import { createTranslator } from "use-intl/core";
import { seesEverything } from "#lib/base/auth/permissions.ts";
import type { Session } from "#lib/base/auth/session.ts";
import { loadMessages } from "#lib/base/i18n/messages.ts";
import { isoWriter } from "#lib/base/time/iso.ts";
import type { CellType, Column } from "#lib/export/csv.ts";

/** What a column is called in query strings and messages. */
export type ColumnId = keyof Messages["export"]["columns"];

/** A column that an export can have. */
export interface ExportColumn<Row> {
  id: ColumnId;
  type: CellType;
  /** Only for those who see everything: whose a row is. */
  isForAll: boolean;
  /** Null is an empty cell. */
  value: (row: Row, writer: Writer) => string | null;
}

/** The words, the times and the money of the person for whom an export is made. */
export type Writer = Awaited<ReturnType<typeof writerFor>>;

/** Makes the columns of a list, each in one line: what it is called, and what it says of a row. */
export function columnsFor<Row>() {
  type Value = ExportColumn<Row>["value"];
  const column = (type: CellType, isForAll: boolean) => (id: ColumnId, value: Value) => ({
    id,
    type,
    isForAll,
    value,
  });
  return {
    text: column("text", false),
    number: column("number", false),
    phone: column("phone", false),
    textForAll: column("text", true),
  };
}

/** Which columns of a list the person can choose from. */
export function columnIds<Row>(columns: readonly ExportColumn<Row>[], session: Session): ColumnId[] {
  return columns.filter(({ isForAll }) => !isForAll || seesEverything(session.role)).map(({ id }) => id);
}

/**
 * The columns that the person wants, in the words of the person.
 *
 * @param chosen ids as a query string has them; where none is known, all columns are wanted
 */
export async function chosenColumns<Row>(
  columns: readonly ExportColumn<Row>[],
  session: Session,
  chosen: readonly string[],
): Promise<Column<Row>[]> {
  const writer = await writerFor(session);
  const ids = columnIds(columns, session);
  const known = ids.filter((id) => chosen.includes(id));
  const wanted = known.length > 0 ? known : ids;
  return columns
    .filter(({ id }) => wanted.includes(id))
    .map(({ id, type, value }) => ({
      heading: writer.t(`export.columns.${id}`),
      type,
      value: (row) => value(row, writer),
    }));
}

async function writerFor(session: Session) {
  const { locale } = session;
  const t = createTranslator({ locale, messages: await loadMessages(locale) });
  return { t, time: isoWriter(session.timezone), currency: session.workspace.currency };
}
