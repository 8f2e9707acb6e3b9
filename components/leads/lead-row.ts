import type { LeadRow } from "#lib/leads/queries.ts";

/** A lead in the list, with its phone number as people read it. */
export interface ListedLead extends LeadRow {
  phoneText: string | null;
}
