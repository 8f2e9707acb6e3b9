import {
  type Arbitrary,
  array,
  assert,
  boolean,
  constantFrom,
  property,
  record,
  shuffledSubarray,
} from "fast-check";
import { describe, expect, test } from "vitest";
import {
  codStatuses,
  followStore,
  initialStatuses,
  type LogisticStatus,
  logisticStatuses,
  type MovableLead,
  type StoreProgress,
} from "#lib/leads/model.ts";
import { orderStatuses, paymentStatuses } from "#lib/orders/model.ts";

const steps: LogisticStatus[] = ["pending", "packed", "shipped", "in_transit", "delivered"];
const shipments = ["none", "shipped", "in_transit", "delivered", "returned"] as const;

const anyLead: Arbitrary<MovableLead> = record({
  codStatus: constantFrom(...codStatuses),
  logisticStatus: constantFrom(...logisticStatuses),
  codSetByPerson: boolean(),
  logisticSetByPerson: boolean(),
});
const anyNews: Arbitrary<StoreProgress> = record({
  orderStatus: constantFrom(...orderStatuses),
  paymentStatus: constantFrom(...paymentStatuses),
  isCod: boolean(),
  shipment: constantFrom(...shipments),
});

/** A lead after some news, one after the other; what the store moved is no longer a person's choice. */
function followed(lead: MovableLead, news: StoreProgress[]): MovableLead {
  return news.reduce((before, progress) => {
    const next = followStore(before, progress);
    return {
      ...next,
      codSetByPerson: before.codSetByPerson && next.codStatus === before.codStatus,
      logisticSetByPerson: before.logisticSetByPerson && next.logisticStatus === before.logisticStatus,
    };
  }, lead);
}

describe("a lead that follows its store", () => {
  test("is where it was when the same news comes again", () => {
    assert(
      property(anyLead, anyNews, (lead, news) => {
        const once = followed(lead, [news]);
        expect(followed(once, [news])).toEqual(once);
      }),
    );
  });

  test("never goes back on its way", () => {
    assert(
      property(anyLead, anyNews, (lead, news) => {
        const from = steps.indexOf(lead.logisticStatus);
        const to = steps.indexOf(followStore(lead, news).logisticStatus);
        if (from >= 0 && to >= 0) expect(to).toBeGreaterThanOrEqual(from);
      }),
    );
  });

  test("stays lost when a person said so, whatever the store says", () => {
    const lost = constantFrom("rejected" as const, "fake" as const, "duplicate" as const, "refused" as const);
    assert(
      property(anyLead, lost, array(anyNews), (lead, codStatus, news) => {
        expect(followed({ ...lead, codStatus, codSetByPerson: true }, news).codStatus).toBe(codStatus);
      }),
    );
  });

  test("stays cancelled or returned when a person said so, whatever the store says", () => {
    const end = constantFrom("cancelled" as const, "returned" as const);
    assert(
      property(anyLead, end, array(anyNews), (lead, logisticStatus, news) => {
        const ended = { ...lead, logisticStatus, logisticSetByPerson: true };
        expect(followed(ended, news).logisticStatus).toBe(logisticStatus);
      }),
    );
  });

  test("is only ever moved to collected, or to pending when the order turns out to be cash on delivery", () => {
    assert(
      property(anyLead, anyNews, (lead, news) => {
        const { codStatus } = followStore(lead, news);
        const allowed = [lead.codStatus, ...(news.isCod ? ["collected", "pending"] : [])];
        expect(allowed).toContain(codStatus);
        if (codStatus === "pending") expect(["pending", "not_cod"]).toContain(lead.codStatus);
        if (lead.codSetByPerson) expect([lead.codStatus, "collected"]).toContain(codStatus);
      }),
    );
  });

  test("is equally far, in whatever order the news of a parcel come", () => {
    const parcels = (["none", "shipped", "in_transit", "delivered"] as const).map(
      (shipment): StoreProgress => ({
        orderStatus: shipment === "none" ? "processing" : "shipped",
        paymentStatus: "pending",
        isCod: true,
        shipment,
      }),
    );
    assert(
      property(anyLead, shuffledSubarray(parcels), (lead, news) => {
        expect(followed(lead, news)).toEqual(followed(lead, [...news].reverse()));
      }),
    );
  });

  test("that is cash on delivery stays collected once it was paid", () => {
    const codNews = anyNews.map((news) => ({ ...news, isCod: true }));
    assert(
      property(array(codNews), array(codNews), (before, since) => {
        const paid: StoreProgress = {
          orderStatus: "shipped",
          paymentStatus: "paid",
          isCod: true,
          shipment: "none",
        };
        const start: MovableLead = {
          ...initialStatuses(paid),
          codSetByPerson: false,
          logisticSetByPerson: false,
        };
        expect(followed(start, [...before, paid, ...since]).codStatus).toBe("collected");
      }),
    );
  });
});

describe("a cancelled order", () => {
  const cancelled: StoreProgress = {
    orderStatus: "cancelled",
    paymentStatus: "pending",
    isCod: true,
    shipment: "none",
  };
  const lead = (logisticStatus: LogisticStatus, logisticSetByPerson = false): MovableLead => ({
    codStatus: "pending",
    logisticStatus,
    codSetByPerson: false,
    logisticSetByPerson,
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
