import type { WithPhoneText } from "#lib/customers/phone-text.ts";
import type { LeadRow } from "#lib/leads/queries.ts";
import type { SelectedLead as ReadLead } from "#lib/leads/selection.ts";

/** A lead in the list. */
export type ListedLead = WithPhoneText<LeadRow>;

/** A selected lead, whether its row is on the open page or not. */
export type SelectedLead = ReadLead;
