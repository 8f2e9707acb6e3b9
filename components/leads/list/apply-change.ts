import { type ChangeableLead, refusalOf } from "#lib/leads/model.ts";
import type { StatusChangeInput } from "#lib/leads/schema.ts";

/** The part of a lead that a change of status shows on. */
interface ShownLead extends ChangeableLead {
  id: string;
  callAttempts: number;
  callBackAt: Date | null;
}

/** The leads as they will be once the server has made the change; those that it would refuse stay. */
export function applyChange<Lead extends ShownLead>(leads: Lead[], request: StatusChangeInput): Lead[] {
  const { change, ids, isOverride } = request;
  return leads.map((lead) => {
    if (!ids.includes(lead.id) || (!isOverride && refusalOf(lead, change))) return lead;
    if (change.field === "logisticStatus") return { ...lead, logisticStatus: change.to };
    const isTry = change.to === "no_answer";
    return {
      ...lead,
      codStatus: change.to,
      callAttempts: lead.callAttempts + (isTry ? 1 : 0),
      callBackAt: request.callBackAt instanceof Date ? request.callBackAt : null,
    };
  });
}
