import { loadCustomerListParams } from "#lib/customers/filters.ts";
import { customerColumns } from "#lib/export/customer-columns.ts";
import { respondWithCsv } from "#lib/export/respond.ts";
import { customerPages } from "#lib/export/rows.ts";

export const dynamic = "force-dynamic";

/** The customers list with the same query string, all of it, as a CSV file. */
export function GET(request: Request): Promise<Response> {
  return respondWithCsv(request, {
    list: "customers",
    permission: "customers.read",
    columns: customerColumns,
    pages: (session, { url }) => customerPages(session, loadCustomerListParams(new URL(url))),
  });
}
