import type { KpiStatus } from "#lib/sales/statuses.ts";

/** Where a lead stands on its way from arrival to money: every lead is at exactly one step (astra.lead_step). docs/figures.md says them in words. */
export const leadSteps = [
  "uncalled",
  "no_answer",
  "postponed",
  "wrong_number",
  "rejected",
  "fake",
  "duplicate",
  "cancelled_before",
  "cancelled_after",
  "to_ship",
  "to_ship_paid",
  "under_way",
  "under_way_paid",
  "delivered",
  "delivered_paid",
  "refused",
  "returned",
] as const;
export type LeadStep = (typeof leadSteps)[number];

/** What the figures call a lead at a step: `deriveKpiStatus` says the same of its statuses. */
export const kpiStatusOfStep: Record<LeadStep, KpiStatus> = {
  uncalled: "waiting",
  no_answer: "waiting",
  postponed: "waiting",
  wrong_number: "waiting",
  rejected: "rejected",
  fake: "rejected",
  duplicate: "rejected",
  cancelled_before: "rejected",
  cancelled_after: "rejected",
  to_ship: "waiting",
  to_ship_paid: "paid",
  under_way: "shipped",
  under_way_paid: "paid",
  delivered: "shipped",
  delivered_paid: "paid",
  refused: "rejected",
  returned: "rejected",
};

const undecided = ["uncalled", "no_answer", "postponed", "wrong_number"] as const;
const toShip = ["to_ship", "to_ship_paid"] as const;
const underWay = ["under_way", "under_way_paid"] as const;
const delivered = ["delivered", "delivered_paid"] as const;
const cameBack = ["refused", "returned"] as const;
const shipped = [...underWay, ...delivered, ...cameBack] as const;
const confirmed = ["cancelled_after", ...toShip, ...shipped] as const;
const declined = ["rejected", "fake", "cancelled_before"] as const;

function stepsOf(status: KpiStatus): LeadStep[] {
  return leadSteps.filter((step) => kpiStatusOfStep[step] === status);
}

/**
 * What a figure counts: the leads at its steps; `isAsked` leaves out those whose buyer is not asked to confirm, because the money comes
 * another way than at the door. Figures never count tests.
 */
export interface FigureRule {
  steps: readonly LeadStep[];
  isAsked?: true;
}

/** The figures by which the leads list can be opened, by name. */
export const leadFigures = {
  all: { steps: leadSteps },
  waiting: { steps: stepsOf("waiting") },
  shipped: { steps: stepsOf("shipped") },
  paid: { steps: stepsOf("paid") },
  rejected: { steps: stepsOf("rejected") },
  agreed: { steps: confirmed, isAsked: true },
  declined: { steps: declined },
  open: { steps: [...stepsOf("waiting"), ...stepsOf("shipped")] },
  undecided: { steps: undecided },
  confirmed: { steps: confirmed },
  sent: { steps: shipped },
  delivered: { steps: delivered },
  delivered_paid: { steps: ["delivered_paid"] },
  delivered_unpaid: { steps: ["delivered"] },
  came_back: { steps: cameBack },
  to_ship: { steps: toShip },
  under_way: { steps: underWay },
  uncalled: { steps: ["uncalled"] },
  no_answer: { steps: ["no_answer"] },
  postponed: { steps: ["postponed"] },
  wrong_number: { steps: ["wrong_number"] },
  said_no: { steps: ["rejected"] },
  fake: { steps: ["fake"] },
  duplicate: { steps: ["duplicate"] },
  cancelled_before: { steps: ["cancelled_before"] },
  cancelled_after: { steps: ["cancelled_after"] },
  refused: { steps: ["refused"] },
  returned: { steps: ["returned"] },
} as const satisfies Record<string, FigureRule>;
export type LeadFigure = keyof typeof leadFigures;

/** The names of the figures, as a query string has them. */
export const leadFigureNames = Object.keys(leadFigures) as LeadFigure[];
