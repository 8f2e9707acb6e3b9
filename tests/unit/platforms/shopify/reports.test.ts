import { describe, expect, test } from "vitest";
import { orderIn, report } from "./read.ts";

// The bodies of public reports, each with what is right, written by hand from reading it.

const inCluj = {
  street: "Strada Lalelelor 14",
  city: "Cluj-Napoca",
  region: "Cluj",
  zip: "400001",
  country: "RO",
};
const cod = { payment: "cash_on_delivery", paymentStatus: "pending", gateways: ["Cash on Delivery (COD)"] };
const nothingMoved = { received: "0", refunds: [], due: "199", currentTotal: "199" };
const waiting = { status: "pending", shipment: "none", fulfillmentStatus: "unfulfilled", callReason: null };

test.each([
  "01-a-order-created",
  "01-b-order-updated-refunded",
  "01-c-sibling-jpy-created",
  "03-e-sibling-created",
  "03-f-sibling-half-pending",
  "03-g-sibling-settled",
  "07-c-sibling-shopify-properties",
  "11-a-draft-due-on-receipt",
  "11-b-delivered-still-pending",
  "15-a-created",
  "15-b-fulfilled",
  "15-d-order-unfulfilled-again",
  "17-a-saturday-2330",
  "17-b-sunday-0110",
  "19-a-company-only",
  "19-c-sibling-empty-shipping-address",
  "21-a-note-shopify",
  "23-e-sibling-gift-to-another",
  "23-f-sibling-recipient-orders-herself",
  "23-g-sibling-shopify-customer-changed",
  "27-a-french-cash-name",
])("%s is understood whole, and part of no other order", (name) => {
  expect(orderIn(report(name))).toMatchObject({
    notUnderstood: [],
    parent: null,
    storeStatus: null,
    isTotalAsPlaced: true,
    isTest: false,
  });
});

test("07: what is engraved stands under the item, and what is hidden does not", () => {
  const [bracelet, ...others] = orderIn(report("07-c-sibling-shopify-properties")).items;
  expect(bracelet).toMatchObject({
    name: "Brățară - Argint",
    attributes: [
      { label: "", value: "Alb" },
      { label: "Gravură", value: "Ioana & Dan" },
    ],
  });
  expect(others).toEqual([]);
});

describe("11: a draft that is due on receipt", () => {
  const owed = {
    payment: "unknown",
    gateways: [],
    paymentStatus: "pending",
    currency: "EGP",
    total: "200",
    received: "0",
    due: "200",
    buyer: {
      name: "نور سالم",
      email: null,
      phone: "+201000000812",
      street: "01000000811 شارع النيل بجوار المسجد",
      city: "كفر الزيات",
      region: "Gharbia",
      zip: null,
      country: "EG",
    },
  };

  test("is of a payment that nobody knows", () => {
    expect(orderIn(report("11-a-draft-due-on-receipt"))).toMatchObject({ ...owed, ...waiting });
  });

  test("and is not paid when it is delivered", () => {
    expect(orderIn(report("11-b-delivered-still-pending"))).toMatchObject({
      ...owed,
      status: "delivered",
      shipment: "delivered",
      fulfillmentStatus: "fulfilled",
      trackingNumbers: ["EG123"],
    });
  });
});

describe("15: a fulfilment that is cancelled", () => {
  test("was none at first", () => {
    expect(orderIn(report("15-a-created"))).toMatchObject({ ...cod, ...nothingMoved, ...waiting });
  });

  test("sent the parcel", () => {
    expect(orderIn(report("15-b-fulfilled"))).toMatchObject({
      ...cod,
      ...nothingMoved,
      status: "shipped",
      shipment: "shipped",
      fulfillmentStatus: "fulfilled",
      trackingNumbers: ["AWB1"],
    });
  });

  test("says that it was cancelled", () => {
    expect(report("15-c-fulfilment-cancelled")).toEqual({
      kind: "fulfillment",
      externalOrderId: "6611223344151",
      notUnderstood: [],
      shipment: "none",
      isCancelled: true,
      hasFailed: false,
      trackingNumbers: ["AWB1"],
      carrier: "Sameday",
      at: new Date("2026-11-26T10:00:00Z"),
    });
  });

  test("leaves the order as it was", () => {
    expect(orderIn(report("15-d-order-unfulfilled-again"))).toMatchObject({
      ...cod,
      ...nothingMoved,
      ...waiting,
      trackingNumbers: [],
    });
  });
});

test.each([
  ["17-a-saturday-2330", "2026-09-06T03:30:00Z", "19990"],
  ["17-b-sunday-0110", "2026-09-06T04:10:00Z", "24990"],
])("%s was placed at %s", (name, at, total) => {
  expect(orderIn(report(name))).toMatchObject({ createdAt: new Date(at), total, currency: "CLP" });
});

describe("19: addresses without a person, or without anything", () => {
  test("a company is the buyer, and pays in thirty days", () => {
    const company = { name: "Atelier Nord SRL", ...inCluj, phone: "+40722019001" };
    expect(orderIn(report("19-a-company-only"))).toMatchObject({
      buyer: { ...company, email: "achizitii@bug19.example" },
      recipient: company,
      company: "Atelier Nord SRL",
      payment: "pay_later",
      due: "199",
    });
  });

  test("a shipping address of nothing but a country means the billing address", () => {
    const petra = { name: "Petra Ilie", ...inCluj, phone: "0722019003" };
    expect(orderIn(report("19-c-sibling-empty-shipping-address"))).toMatchObject({
      buyer: { ...petra, email: "p@bug19.example" },
      recipient: petra,
    });
  });
});

test("21: the note, a second phone, a delivery window and a locker", () => {
  expect(orderIn(report("21-a-note-shopify"))).toMatchObject({
    buyer: { phone: "+40722021001" },
    note: "Sunati dupa 18:00, interfon 12",
    otherPhones: ["0733021001"],
    attributes: [
      { label: "Al doilea telefon", value: "0733021001" },
      { label: "Interval livrare", value: "18-20" },
    ],
    shippingMethod: "Sameday easybox Piata Unirii",
    amounts: { shipping: "15" },
  });
});

describe("23: who ordered is not always who receives", () => {
  test("Mara sends a gift to Bunica Veta", () => {
    expect(orderIn(report("23-e-sibling-gift-to-another"))).toMatchObject({
      externalCustomerId: "5",
      buyer: {
        name: "Mara Ion",
        email: "mara@bug23.example",
        phone: "+40722023011",
        street: "Strada M 1",
        city: "Cluj-Napoca",
      },
      recipient: {
        name: "Bunica Veta",
        email: null,
        phone: "+40722023012",
        street: "Strada B 2",
        city: "Arad",
      },
      otherPhones: [],
      paymentStatus: "paid",
      due: "0",
      createdAt: new Date("2026-11-26T08:00:00Z"),
    });
  });

  test("Bunica Veta orders herself", () => {
    expect(orderIn(report("23-f-sibling-recipient-orders-herself"))).toMatchObject({
      externalCustomerId: "6",
      buyer: { name: "Bunica Veta", email: null, phone: "+40722023012" },
      recipient: { name: "Bunica Veta", phone: "+40722023012" },
      createdAt: new Date("2026-11-27T08:00:00Z"),
    });
  });

  test("an order of Olga's is Pavel's now", () => {
    expect(orderIn(report("23-g-sibling-shopify-customer-changed"))).toMatchObject({
      externalCustomerId: "32",
      buyer: { name: "Pavel Rus", email: "pavel@bug23.example", phone: "+40722023022" },
    });
  });
});

test("27: cash by a name in words between the known ones", () => {
  expect(orderIn(report("27-a-french-cash-name"))).toMatchObject({
    payment: "cash_on_delivery",
    gateways: ["Paiement en espèces à la livraison"],
    due: "199",
  });
});
