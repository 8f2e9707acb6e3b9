import type { ListedLead } from "#components/leads/lead-row.ts";

export type LeadWarning =
  | { kind: "duplicate"; orderNumber: string | null }
  | { kind: "refusals"; refused: number; orders: number }
  | { kind: "address"; issue: ListedLead["addressIssues"][number] };

/** The gravest thing to know of a lead; an address matters until the parcel has left. */
export function warningOf(
  lead: Pick<ListedLead, "duplicateOf" | "history" | "addressIssues" | "logisticStatus">,
): LeadWarning | null {
  if (lead.duplicateOf) return { kind: "duplicate", orderNumber: lead.duplicateOf.orderNumber };
  if (lead.history && lead.history.refused > 0) {
    return { kind: "refusals", refused: lead.history.refused, orders: lead.history.orders };
  }
  const isHere = lead.logisticStatus === "pending" || lead.logisticStatus === "packed";
  const [issue] = lead.addressIssues;
  return isHere && issue ? { kind: "address", issue } : null;
}
