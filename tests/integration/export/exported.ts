import type { Session } from "#lib/base/auth/session.ts";
import { loadCustomerListParams } from "#lib/customers/filters.ts";
import { customerColumns } from "#lib/export/customer-columns.ts";
import { leadColumns } from "#lib/export/lead-columns.ts";
import { orderColumns } from "#lib/export/order-columns.ts";
import { customerPages, leadPages, orderPages } from "#lib/export/rows.ts";
import { csvStream } from "#lib/export/stream.ts";
import { loadLeadListParams } from "#lib/leads/filters.ts";
import { loadOrderListParams } from "#lib/orders/filters.ts";
import { parseCsv } from "#tests/support/csv.ts";

/** One row of an export, by its headings. */
export type Exported = Record<string, string>;

const streams = {
  leads: async (session: Session, query: string) =>
    csvStream(await leadColumns(session), leadPages(session, loadLeadListParams(query)), fail),
  orders: async (session: Session, query: string) =>
    csvStream(await orderColumns(session), orderPages(session, loadOrderListParams(query)), fail),
  customers: async (session: Session, query: string) =>
    csvStream(await customerColumns(session), customerPages(session, loadCustomerListParams(query)), fail),
};

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
