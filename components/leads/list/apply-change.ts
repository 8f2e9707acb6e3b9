import { type ChangingLead, changeLead } from "#lib/leads/change.ts";
import type { StatusChangeInput } from "#lib/leads/schema.ts";

/** The leads as they will be once the server has made the change; those that it would refuse stay. */
export function applyChange<Lead extends ChangingLead & { id: string }>(
  leads: Lead[],
  request: StatusChangeInput,
): Lead[] {
  const circumstances = { rules: null, now: new Date() };
  return leads.map((lead) => {
    if (!request.ids.includes(lead.id)) return lead;
    const outcome = changeLead(lead, request, circumstances);
    return (outcome.refusal === null && outcome.after) || lead;
  });
}
