import type { WithPhoneText } from "#lib/customers/phone-text.ts";
import type { LeadRow } from "#lib/leads/queries.ts";

/** A lead in the list. */
export type ListedLead = WithPhoneText<LeadRow>;
