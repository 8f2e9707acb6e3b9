import { describe, expect, test } from "vitest";
import { type FigureRule, kpiStatusOfStep, leadFigures, leadSteps } from "#lib/leads/steps.ts";
import { kpiStatuses } from "#lib/sales/statuses.ts";

const stepsOf = (figure: keyof typeof leadFigures): readonly string[] => leadFigures[figure].steps;
const joined = (...figures: (keyof typeof leadFigures)[]) => figures.flatMap(stepsOf).sort();

test("every step belongs to one of the four statuses, and the four are all of them", () => {
  expect(joined(...kpiStatuses)).toEqual([...leadSteps].sort());
  expect(Object.keys(kpiStatusOfStep).sort()).toEqual([...leadSteps].sort());
});

describe("no lead is in two places of the funnel", () => {
  test.each([
    ["all", ["confirmed", "undecided", "said_no", "fake", "duplicate", "cancelled_before"]],
    ["confirmed", ["sent", "to_ship", "cancelled_after"]],
    ["sent", ["delivered", "under_way", "refused", "returned"]],
    ["delivered", ["delivered_paid", "delivered_unpaid"]],
    ["open", ["waiting", "shipped"]],
    ["all", ["agreed", "declined", "undecided", "duplicate"]],
    ["came_back", ["refused", "returned"]],
    ["undecided", ["uncalled", "no_answer", "postponed", "wrong_number"]],
  ] as const)("%s is %s", (whole, parts) => {
    expect(joined(...parts)).toEqual([...stepsOf(whole)].sort());
  });
});

test("who is not asked to confirm is in all steps of a figure that leaves them out, so that they can be taken off its sum", () => {
  // Of the steps only those before a decision and those of a refusal are the buyer's word alone: nobody who pays ahead is at them.
  for (const rule of Object.values<FigureRule>(leadFigures).filter(({ isAsked }) => isAsked)) {
    expect(rule.steps).toEqual(expect.arrayContaining([...leadFigures.confirmed.steps]));
  }
});
