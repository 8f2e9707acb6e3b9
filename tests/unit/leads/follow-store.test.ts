import { type Arbitrary, array, assert, boolean, constantFrom, property, record } from "fast-check";
import { describe, expect, test } from "vitest";
import {
  followStore,
  initialStatuses,
  type MovableLead,
  type StoreProgress,
} from "#lib/leads/follow-store.ts";
import {
  codStatuses,
  hasBeenPaid,
  type LogisticStatus,
  logisticStatuses,
  orderStatuses,
  paymentKinds,
  paymentStatuses,
} from "#lib/sales/statuses.ts";

const steps: LogisticStatus[] = ["pending", "packed", "shipped", "in_transit", "delivered"];
const shipments = ["none", "shipped", "in_transit", "delivered", "returned"] as const;

const anyLead: Arbitrary<MovableLead> = record({
  codStatus: constantFrom(...codStatuses),
  logisticStatus: constantFrom(...logisticStatuses),
  codDecision: constantFrom(null, ...codStatuses),
  logisticDecision: constantFrom(null, ...logisticStatuses),
});
const anyNews: Arbitrary<StoreProgress> = record({
  orderStatus: constantFrom(...orderStatuses),
  paymentStatus: constantFrom(...paymentStatuses),
  payment: constantFrom(...paymentKinds),
  isOwed: boolean(),
  shipment: constantFrom(...shipments),
});

/** A lead after some news, one after the other. */
function followed(lead: MovableLead, news: StoreProgress[]): MovableLead {
  let after = lead;
  for (const progress of news) after = { ...after, ...followStore(after, progress) };
  return after;
}

const undecided = { codDecision: null, logisticDecision: null } as const;
const cashInHand: StoreProgress = {
  orderStatus: "delivered",
  paymentStatus: "paid",
  payment: "cash_on_delivery",
  isOwed: false,
  shipment: "delivered",
};
const cashToCome: StoreProgress = {
  ...cashInHand,
  orderStatus: "processing",
  paymentStatus: "pending",
  isOwed: true,
  shipment: "none",
};

describe("a lead that follows its store", () => {
  test("is where it was when the same news comes again", () => {
    assert(
      property(anyLead, anyNews, (lead, news) => {
        const once = followed(lead, [news]);
        expect(followed(once, [news])).toEqual(once);
      }),
    );
  });

  test("never goes back behind what a person decided", () => {
    const decided = constantFrom(...steps);
    assert(
      property(anyLead, decided, array(anyNews), (lead, decision, news) => {
        const { logisticStatus } = followed(
          { ...lead, logisticStatus: decision, logisticDecision: decision },
          news,
        );
        const to = steps.indexOf(logisticStatus);
        if (to >= 0) expect(to).toBeGreaterThanOrEqual(steps.indexOf(decision));
      }),
    );
  });

  test("goes back with its store where no person decided: a completion or a parcel that was undone", () => {
    const start: MovableLead = { ...initialStatuses(cashToCome), ...undecided };
    const there = followed(start, [cashInHand]);
    expect(there).toMatchObject({ codStatus: "collected", logisticStatus: "delivered" });
    expect(followed(there, [cashToCome])).toEqual(start);
  });

  test("goes back to what a person had said, when the store takes its own word back", () => {
    const confirmed: MovableLead = {
      codStatus: "confirmed",
      logisticStatus: "packed",
      codDecision: "confirmed",
      logisticDecision: "packed",
    };
    expect(followed(confirmed, [cashInHand, cashToCome])).toEqual(confirmed);
  });

  test("stays lost when a person said so, whatever the store says", () => {
    const lost = constantFrom("rejected" as const, "fake" as const, "duplicate" as const, "refused" as const);
    assert(
      property(anyLead, lost, array(anyNews), (lead, codStatus, news) => {
        expect(followed({ ...lead, codStatus, codDecision: codStatus }, news).codStatus).toBe(codStatus);
      }),
    );
  });

  test("stays cancelled or returned when a person said so, whatever the store says", () => {
    const end = constantFrom("cancelled" as const, "returned" as const);
    assert(
      property(anyLead, end, array(anyNews), (lead, logisticStatus, news) => {
        const ended = { ...lead, logisticStatus, logisticDecision: logisticStatus };
        expect(followed(ended, news).logisticStatus).toBe(logisticStatus);
      }),
    );
  });

  test("keeps a person's word of the buyer until money came", () => {
    const word = constantFrom(...codStatuses);
    assert(
      property(anyLead, word, anyNews, (lead, codDecision, news) => {
        const { codStatus } = followStore({ ...lead, codDecision }, news);
        const allowed = hasBeenPaid(news.paymentStatus)
          ? [codDecision, "collected", "not_cod"]
          : [codDecision];
        expect(allowed).toContain(codStatus);
      }),
    );
  });

  test("is called unless it is paid, pays ahead or owes nothing", () => {
    assert(
      property(anyNews, (news) => {
        const { codStatus } = initialStatuses(news);
        const isCod = news.payment === "cash_on_delivery";
        if (hasBeenPaid(news.paymentStatus)) expect(codStatus).toBe(isCod ? "collected" : "not_cod");
        else if (isCod) expect(codStatus).toBe("pending");
        else expect(codStatus).toBe(news.payment !== "prepaid" && news.isOwed ? "pending" : "not_cod");
      }),
    );
  });
});

describe("a cancelled order", () => {
  const cancelled: StoreProgress = {
    orderStatus: "cancelled",
    paymentStatus: "pending",
    payment: "cash_on_delivery",
    isOwed: false,
    shipment: "none",
  };
  const lead = (logisticStatus: LogisticStatus, byPerson = false): MovableLead => ({
    codStatus: "pending",
    logisticStatus,
    codDecision: null,
    logisticDecision: byPerson ? logisticStatus : null,
  });

  test.each<[LogisticStatus, boolean, LogisticStatus]>([
    ["pending", false, "cancelled"],
    ["pending", true, "cancelled"],
    ["packed", true, "cancelled"],
    ["shipped", false, "cancelled"],
    ["shipped", true, "shipped"],
    ["in_transit", true, "in_transit"],
    ["delivered", false, "delivered"],
    ["returned", false, "returned"],
  ])("whose lead is %s (by a person: %s) becomes %s", (from, byPerson, to) => {
    expect(followStore(lead(from, byPerson), cancelled).logisticStatus).toBe(to);
  });

  test.each<[LogisticStatus, LogisticStatus]>([
    ["pending", "cancelled"],
    ["shipped", "returned"],
    ["in_transit", "returned"],
    ["delivered", "returned"],
  ])("when refunded instead, a %s lead is %s", (from, to) => {
    expect(followStore(lead(from), { ...cancelled, orderStatus: "refunded" }).logisticStatus).toBe(to);
  });

  test("that is first heard of refunded, with its parcel sent, came back", () => {
    const refunded: StoreProgress = { ...cancelled, orderStatus: "refunded", shipment: "shipped" };
    expect(initialStatuses(refunded).logisticStatus).toBe("returned");
    expect(initialStatuses({ ...refunded, shipment: "none" }).logisticStatus).toBe("cancelled");
  });

  test("that is taken up again goes on from where its parcel is", () => {
    const shipped: StoreProgress = { ...cancelled, orderStatus: "shipped", shipment: "in_transit" };
    expect(followStore(lead("cancelled"), shipped).logisticStatus).toBe("in_transit");
    expect(followStore(lead("cancelled"), { ...cancelled, orderStatus: "pending" }).logisticStatus).toBe(
      "pending",
    );
  });
});
