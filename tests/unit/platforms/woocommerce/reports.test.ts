import { describe, expect, test } from "vitest";
import { settle } from "#lib/ingest/settle.ts";
import { orderOf, readFixture } from "./read.ts";

const report = (name: string) => readFixture(`reports/${name}.json`);
const order = (name: string) => orderOf(report(name));

const irina = { name: "Irina Munteanu", city: "Cluj-Napoca", region: "Cluj", country: "RO" };

describe("refunds that vanish from an order (03)", () => {
  test.each([
    ["03-a-created", [], "199", "paid"],
    ["03-b-two-refunds", ["150", "15"], "34", "partially_refunded"],
    ["03-c-one-refund-deleted", ["15"], "184", "partially_refunded"],
    ["03-d-all-refunds-deleted", [], "199", "paid"],
  ])("%s: the list in the order is the whole truth", (name, amounts, currentTotal, paymentStatus) => {
    const read = order(name);
    expect(read.refunds.map(({ amount }) => amount)).toEqual(amounts);
    expect(read).toMatchObject({ total: "199", currentTotal, paymentStatus, received: "199", due: "0" });
    expect(read).toMatchObject({ payment: "prepaid", status: "processing", buyer: irina });
  });
});

describe("statuses of plug-ins (05)", () => {
  test.each([
    ["out-for-delivery", "shipped", "in_transit", null],
    ["failed-delivery", "shipped", "in_transit", "delivery_failed"],
    ["undelivered", "shipped", "in_transit", "delivery_failed"],
    ["rto-delivered", "shipped", "returned", null],
    ["cancel-request", null, "none", "cancel_requested"],
  ])("%s", (storeStatus, status, shipment, callReason) => {
    const read = order(`05-updated-${storeStatus}`);
    expect(read).toMatchObject({ storeStatus, status, shipment, callReason });
    expect(read).toMatchObject({ payment: "cash_on_delivery", paymentStatus: "pending", due: "199" });
  });
});

describe("what tells lines apart (07)", () => {
  test("three attributes of a variation, hidden keys left out", () => {
    expect(order("07-a-three-attributes").items).toMatchObject([
      {
        name: "Rochie Ivy",
        attributes: [
          { label: "Mărime", value: "M" },
          { label: "Culoare", value: "Bordo" },
          { label: "Lungime", value: "Lungă" },
        ],
      },
      {
        name: "Rochie Ivy",
        attributes: [
          { label: "Mărime", value: "S" },
          { label: "Culoare", value: "Negru" },
          { label: "Lungime", value: "Scurtă" },
        ],
      },
    ]);
  });

  test("an engraved text", () => {
    expect(order("07-b-sibling-addon-text").items[0]?.attributes).toEqual([
      { label: "Text gravat", value: "La mulți ani, Ana!" },
    ]);
  });
});

test("an ordinary order (09) has nothing that was not understood", () => {
  expect(order("09-a-plain-cod-order")).toMatchObject({
    number: "9001",
    buyer: { name: "Eliza Stoica", email: "+eliza@bug9.example", phone: "0722 009 001" },
    payment: "cash_on_delivery",
    due: "199",
    notUnderstood: [],
  });
});

describe("a bank transfer (11)", () => {
  test.each([
    ["11-c-sibling-bacs-on-hold", "pending"],
    ["11-d-sibling-bacs-delivered-unpaid", "delivered"],
  ])("%s is to be paid later, and is not paid", (name, status) => {
    const unpaid = { payment: "pay_later", paymentStatus: "pending", received: "0", due: "199" };
    expect(order(name)).toMatchObject({ ...unpaid, status });
  });
});

test.each([
  ["13-a-four-letter-currency", "IRHT", "1250"],
  ["13-b-sibling-empty-currency", "", "10"],
  ["13-c-sibling-usdt", "USDT", "10"],
])("%s keeps the currency as the store says it", (name, currency, total) => {
  expect(order(name)).toMatchObject({ currency, total, due: total, buyerMoney: null, notUnderstood: [] });
});

test("processing again after completed (15) is to be sent and paid again", () => {
  const again = { status: "processing", shipment: "none", paymentStatus: "pending", due: "199" };
  expect(order("15-e-sibling-woo-completed-by-mistake")).toMatchObject(again);
});

test("a company without a person (19) has the company's name", () => {
  const read = order("19-b-sibling-woo-company-only");
  expect(read.buyer.name).toBe("Atelier Nord SRL");
  expect(read.recipient.name).toBe("Atelier Nord SRL");
  expect(read.company).toBe("Atelier Nord SRL");
});

test("the buyer's note, a second phone and a locker (21) are kept", () => {
  expect(order("21-b-note-woo")).toMatchObject({
    note: "Lasati la vecinul de la 3",
    otherPhones: ["0733021002"],
    shippingMethod: "Easybox",
    attributes: [],
    total: "199",
  });
});

test.each([
  ["23-a-ana-first-order", "2301", "11", "Ana Vlad"],
  ["23-b-dan-order", "2302", "12", "Dan Lupu"],
  ["23-c-phone-order-under-ana-by-mistake", "2303", "11", "Ana Vlad"],
  ["23-d-order-moved-to-dan", "2303", "12", "Dan Lupu"],
])("%s is of its buyer", (name, externalId, externalCustomerId, buyer) => {
  expect(order(name)).toMatchObject({ externalId, externalCustomerId, buyer: { name: buyer } });
});

describe("a body that is no order (25)", () => {
  test("WooCommerce's own error, with what it says", () => {
    expect(report("25-a-error-instead-of-order")).toEqual({
      kind: "store_error",
      reason: { code: "shopErrorDeleted", said: "Invalid ID." },
      fault: null,
    });
  });

  test("the error of a webhook whose user is gone, with what to do", () => {
    expect(report("25-b-sibling-cannot-view")).toEqual({
      kind: "store_error",
      reason: { code: "shopErrorUserGone", said: "Sorry, you cannot view this resource." },
      fault: "webhookUserGone",
    });
  });

  test.each(["25-c-sibling-subscription-as-order", "25-d-sibling-subscription-pending-cancel"])(
    "%s",
    (name) => {
      expect(report(name)).toEqual({
        kind: "ignored",
        reason: { code: "subscription" },
      });
    },
  );
});

test("no report has more given back than received", () => {
  const names = ["03-b-two-refunds", "03-c-one-refund-deleted", "09-a-plain-cod-order"];
  for (const name of names) {
    const { received, refunds } = settle(order(name), null);
    const refunded = refunds.reduce((sum, { amount }) => sum + Number(amount), 0);
    expect(refunded).toBeLessThanOrEqual(Number(received));
  }
});
