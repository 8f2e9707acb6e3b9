import { describe, expect, test } from "vitest";
import {
  actOfChange,
  actsAt,
  actsOf,
  actsOfAll,
  changeOfAct,
  leadActNames,
  leadPlaceOf,
  likelyActOf,
} from "#lib/leads/acts.ts";
import { callOutcomes, refusalOf } from "#lib/leads/model.ts";
import { codStatuses, logisticStatuses } from "#lib/sales/statuses.ts";

const toCall = ["confirm", "noAnswer", "callBack", "reject"];

describe("acts follow where the lead is", () => {
  test.for([
    ["pending", "pending", "toCall", toCall, "confirm"],
    ["no_answer", "pending", "toCall", toCall, "confirm"],
    ["postponed", "pending", "toCall", toCall, "confirm"],
    ["wrong_number", "pending", "toCall", toCall, "confirm"],
    ["confirmed", "pending", "toShip", ["pack", "ship"], "ship"],
    ["confirmed", "packed", "toShip", ["ship"], "ship"],
    ["not_cod", "packed", "toShip", ["ship"], "ship"],
    ["collected", "pending", "toShip", ["pack", "ship"], "ship"],
    ["confirmed", "shipped", "shipped", ["deliver", "collect", "return", "refuse"], "deliver"],
    ["pending", "shipped", "shipped", ["deliver", "collect", "return", "refuse"], "deliver"],
    ["not_cod", "in_transit", "shipped", ["deliver", "return"], "deliver"],
    ["confirmed", "delivered", "shipped", ["collect", "return", "refuse"], "collect"],
    ["collected", "shipped", "shipped", ["deliver", "return"], "deliver"],
    ["collected", "delivered", "shipped", ["return"], null],
    ["not_cod", "delivered", "shipped", ["return"], null],
    ["refused", "shipped", "comingBack", ["return"], "return"],
    ["rejected", "pending", "closed", [], null],
    ["pending", "cancelled", "closed", [], null],
    ["confirmed", "returned", "closed", [], null],
  ] as const)("%s, %s", ([codStatus, logisticStatus, place, acts, likely]) => {
    const lead = { codStatus, logisticStatus, callReason: null };
    expect(leadPlaceOf(lead)).toBe(place);
    expect(actsOf(lead)).toEqual(acts);
    expect(likelyActOf(lead)).toBe(likely);
  });

  test("a buyer who is to be called once more is called, wherever the parcel is", () => {
    const lead = {
      codStatus: "confirmed",
      logisticStatus: "in_transit",
      callReason: "delivery_failed",
    } as const;
    expect(actsOf(lead)).toEqual(toCall);
    expect(likelyActOf(lead)).toBe("confirm");
  });

  test("none is offered that would be refused", () => {
    for (const codStatus of codStatuses)
      for (const logisticStatus of logisticStatuses)
        for (const callReason of [null, "delivery_failed"] as const) {
          const lead = { codStatus, logisticStatus, callReason };
          for (const act of actsOf(lead)) expect(refusalOf(lead, changeOfAct[act])).toBeNull();
        }
  });

  test("nobody works a lead that a colleague is calling", () => {
    expect(
      actsOf({ codStatus: "pending", logisticStatus: "pending", callReason: null, caller: "Mihai" }),
    ).toEqual([]);
  });
});

describe("acts of several leads", () => {
  const pending = { codStatus: "pending", logisticStatus: "pending", callReason: null } as const;
  const confirmed = { ...pending, codStatus: "confirmed" } as const;

  test("are those of any of them, and most say which is likely", () => {
    expect(actsOfAll([pending, confirmed, confirmed])).toEqual({
      acts: [...toCall, "pack", "ship"],
      likely: "ship",
    });
    expect(actsOfAll([{ ...pending, codStatus: "fake" }])).toEqual({ acts: [], likely: null });
    expect(actsOfAll([])).toEqual({ acts: [], likely: null });
  });
});

test("a call has the same outcomes first, in the same order", () => {
  const outcomes = actsAt.toCall.map((act) => changeOfAct[act].to);
  expect(callOutcomes.slice(0, outcomes.length)).toEqual(outcomes);
});

test("each act is known by its change", () => {
  for (const act of leadActNames) expect(actOfChange(changeOfAct[act])).toBe(act);
  expect(actOfChange({ field: "codStatus", to: "fake" })).toBeUndefined();
});
