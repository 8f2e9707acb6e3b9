import { orderColumns } from "#lib/export/order-columns.ts";
import { respondWithCsv } from "#lib/export/respond.ts";
import { orderPages } from "#lib/export/rows.ts";
import { loadOrderListParams } from "#lib/orders/filters.ts";

export const dynamic = "force-dynamic";

/** The orders list with the same query string, all of it, as a CSV file. */
export function GET(request: Request): Promise<Response> {
  return respondWithCsv(request, {
    list: "orders",
    permission: "orders.read",
    columns: orderColumns,
    pages: (session, { url }) => orderPages(session, loadOrderListParams(new URL(url))),
  });
}
