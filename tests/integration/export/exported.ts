import type { Session } from "#lib/base/auth/session.ts";
import type { ListParams } from "#lib/base/list/define.ts";
import { customerExport } from "#lib/export/customers.ts";
import type { ListExport } from "#lib/export/define.ts";
import { leadExport } from "#lib/export/leads.ts";
import { orderExport } from "#lib/export/orders.ts";
import { csvStream } from "#lib/export/stream.ts";
import { parseCsv } from "#tests/support/csv.ts";

/** One row of an export, by its headings. */
export type Exported = Record<string, string>;

const streams = {
  leads: streamOf(leadExport),
  orders: streamOf(orderExport),
  customers: streamOf(customerExport),
};

function streamOf<Row extends object, Params extends ListParams>(file: ListExport<Row, Params>) {
  return async (session: Session, query: string) =>
    csvStream(await file.columns(session), file.pages(session, file.list.load(query)), fail);
}

/** What the export of a list with a query string holds. */
export async function exportList(
  list: keyof typeof streams,
  session: Session,
  query = "?",
): Promise<Exported[]> {
  return rowsOf(await new Response(await streams[list](session, query)).text());
}

/** The rows of a CSV file, by their headings. */
export function rowsOf(file: string): Exported[] {
  const [headings = [], ...rows] = parseCsv(file.replace(/^\uFEFF/, ""));
  return rows.map((row) => Object.fromEntries(headings.map((heading, index) => [heading, row[index] ?? ""])));
}

function fail(error: unknown): void {
  throw error;
}
