import type { ReactNode } from "react";
import { LeadTable } from "#components/leads/lead-table.tsx";
import { formatPhone } from "#lib/customers/model.ts";
import type { LeadPage } from "#lib/leads/queries.ts";

/** One page of the leads list, made on the server: reading phone numbers needs tables too large for a browser. */
export function LeadList({ page, empty }: { page: LeadPage; empty: ReactNode }) {
  const leads = page.rows.map((row) => ({ ...row, phoneText: row.phone && formatPhone(row.phone) }));
  return (
    <LeadTable
      leads={leads}
      total={page.total}
      isCapped={page.isCapped}
      previousHref={page.previous ? `/leads?before=${page.previous}` : undefined}
      nextHref={page.next ? `/leads?after=${page.next}` : undefined}
      empty={empty}
    />
  );
}
