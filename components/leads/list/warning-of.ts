import type { ListedLead } from "#components/leads/lead-row.ts";
import { isUndecided } from "#components/leads/lead-status.ts";

export type LeadWarning =
  | { kind: "duplicate"; orderNumber: string | null }
  | { kind: "refusals"; refused: number; orders: number }
  | { kind: "address"; issue: ListedLead["addressIssues"][number] };

/** The gravest thing to know of a lead while somebody still decides about it; later nothing can be done about it. */
export function warningOf(
  lead: Pick<ListedLead, "duplicateOf" | "history" | "addressIssues" | "codStatus" | "logisticStatus">,
): LeadWarning | null {
  if (!isUndecided(lead)) return null;
  if (lead.duplicateOf) return { kind: "duplicate", orderNumber: lead.duplicateOf.orderNumber };
  if (lead.history && lead.history.refused > 0) {
    return { kind: "refusals", refused: lead.history.refused, orders: lead.history.orders };
  }
  const [issue] = lead.addressIssues;
  return issue ? { kind: "address", issue } : null;
}
