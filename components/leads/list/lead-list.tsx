import { LeadListView, type LeadListViewProps } from "#components/leads/list/lead-list-view.tsx";
import { formatPhone } from "#lib/customers/phone.ts";
import type { LeadPage } from "#lib/leads/queries.ts";

export interface LeadListProps extends Omit<LeadListViewProps, "page"> {
  page: LeadPage;
}

/** The leads list, begun on the server: reading phone numbers needs tables too large for a browser. */
export function LeadList({ page, ...props }: LeadListProps) {
  const rows = page.rows.map((row) => ({ ...row, phoneText: row.phone && formatPhone(row.phone) }));
  return <LeadListView {...props} page={{ ...page, rows }} />;
}
