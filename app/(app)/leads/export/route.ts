import { leadColumns } from "#lib/export/lead-columns.ts";
import { respondWithCsv } from "#lib/export/respond.ts";
import { leadPages } from "#lib/export/rows.ts";
import { loadLeadListParams } from "#lib/leads/filters.ts";

export const dynamic = "force-dynamic";

/** The leads list with the same query string, all of it, as a CSV file. */
export function GET(request: Request): Promise<Response> {
  return respondWithCsv(request, {
    list: "leads",
    permission: "leads.read",
    columns: leadColumns,
    pages: (session, { url }) => leadPages(session, loadLeadListParams(new URL(url))),
  });
}
