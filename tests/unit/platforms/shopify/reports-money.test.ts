import { describe, expect, test } from "vitest";
import { orderIn, report } from "./read.ts";

// The bodies of public reports about money, each with what is right, written by hand from reading it.

const irina = {
  name: "Irina Munteanu",
  street: "Strada Lalelelor 14",
  city: "Cluj-Napoca",
  region: "Cluj",
  zip: "400001",
  country: "RO",
};

describe("01: the buyer pays in another currency", () => {
  test("an order of 298.50 RON in a shop of euros", () => {
    expect(orderIn(report("01-a-order-created"))).toMatchObject({
      externalId: "6611223344501",
      externalCustomerId: "7700000000001",
      number: "#3001",
      currency: "EUR",
      total: "60",
      currentTotal: "60",
      received: "60",
      due: "0",
      buyerMoney: { currency: "RON", total: "298.5", due: "0" },
      payment: "prepaid",
      paymentStatus: "paid",
      status: "processing",
      amounts: { shipping: null, tax: null, discount: "0", fees: "0", taxesIncluded: true },
      items: [
        {
          externalId: "16001000000101",
          sku: "LUNA-ALB",
          name: "Lampa Luna - Alb",
          quantity: "2",
          currentQuantity: "2",
          pricePerUnit: "30",
          lineTotal: "60",
          attributes: [],
        },
      ],
      buyer: { ...irina, email: "irina.m@bug1.example", phone: "+40722001001" },
      recipient: { ...irina, phone: "+40722001001" },
      otherPhones: [],
      createdAt: new Date("2026-11-25T08:00:00Z"),
      updatedAt: new Date("2026-11-25T08:00:05Z"),
    });
  });

  test("149.25 RON given back are 30.00 EUR", () => {
    expect(orderIn(report("01-b-order-updated-refunded"))).toMatchObject({
      total: "60",
      currentTotal: "30",
      received: "60",
      due: "0",
      paymentStatus: "partially_refunded",
      refunds: [
        {
          externalId: "929000000101",
          amount: "30",
          buyerMoney: { amount: "149.25", currency: "RON" },
          refundedAt: new Date("2026-11-26T07:00:00Z"),
        },
      ],
      items: [{ quantity: "2", currentQuantity: "1" }],
    });
  });

  test("an order of 6750 JPY, paid although it still says 45.00 outstanding", () => {
    expect(orderIn(report("01-c-sibling-jpy-created"))).toMatchObject({
      currency: "USD",
      total: "45",
      received: "45",
      due: "0",
      buyerMoney: { currency: "JPY", total: "6750", due: "0" },
    });
  });

  test("6750 JPY given back are 45.00 USD, by the refund's own lines", () => {
    expect(report("01-d-sibling-jpy-refund")).toEqual({
      kind: "refund",
      externalOrderId: "6611223344502",
      notUnderstood: [],
      refund: {
        externalId: "929000000102",
        amount: "45",
        buyerMoney: { amount: "6750", currency: "JPY" },
        refundedAt: new Date("2026-11-26T07:00:00Z"),
      },
      saidAt: new Date("2026-11-26T07:00:00Z"),
    });
  });
});

describe("03: a refund of which a part is under way", () => {
  test.each([
    ["03-e-sibling-created", "paid", []],
    ["03-f-sibling-half-pending", "partially_refunded", ["20"]],
    ["03-g-sibling-settled", "refunded", ["199"]],
  ])("%s", (name, paymentStatus, refunds) => {
    const order = orderIn(report(name));
    expect(order).toMatchObject({
      paymentStatus,
      total: "199",
      received: "199",
      due: "0",
      payment: "prepaid",
    });
    expect(order.refunds.map((refund) => refund.amount)).toEqual(refunds);
  });
});
