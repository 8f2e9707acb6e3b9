import { describe, expect, test } from "vitest";
import { sign } from "#lib/ingest/signature.ts";
import { woocommerce } from "#lib/platforms/woocommerce/platform.ts";
import { payload, payloadHeaders } from "#tests/fixtures/payloads.ts";
import { orderOf, readFixture } from "./read.ts";

// Deliveries of WooCommerce 10.0.2 on WordPress 6.8.3, byte for byte.

const file = (name: string) => `woocommerce-real/${name}.json`;
const order = (name: string) => orderOf(readFixture(file(name)));

/** With characters that WordPress would encode: it decodes them again before it signs. */
const secret = "woo-real&secret<>'1";

const names = [
  "order-created-error-cannot-view",
  "order-created-variation-meta-note",
  "order-updated-anonymised",
  "order-updated-one-refund-deleted",
  "order-updated-prices-include-tax",
  "order-updated-two-refunds",
];

test.each(names)("%s is signed by the secret as it was typed", (name) => {
  const { signature } = woocommerce.readHeaders(new Headers(payloadHeaders(file(name))));
  expect(signature).toBe(sign(secret, payload(file(name))));
  expect(signature).not.toBe(sign(secret.toUpperCase(), payload(file(name))));
});

describe("an order of a shop whose prices include tax", () => {
  const read = order("order-updated-prices-include-tax");

  test("has the prices that the buyer saw, and what is left is shipping", () => {
    expect(read.items).toMatchObject([
      { name: "Bec LED 9W", quantity: "3", pricePerUnit: "19.99", lineTotal: "59.97", attributes: [] },
      { name: "Lampă de birou „Luna” & abajur", quantity: "1", pricePerUnit: "129.9", lineTotal: "129.9" },
    ]);
    expect(read).toMatchObject({ total: "208.02", currentTotal: "208.02", due: "208.02" });
    expect(read.amounts).toEqual({
      shipping: "18.15",
      tax: null,
      discount: null,
      fees: null,
      taxesIncluded: true,
    });
  });

  test("is cash on delivery to a region by name, by a courier", () => {
    expect(read).toMatchObject({
      payment: "cash_on_delivery",
      paymentStatus: "pending",
      shippingMethod: "Curier",
      buyer: { name: "Ioan Pădureț", street: "Str. Teiului 12, ap. 3", region: "Brașov" },
      attributes: [],
      otherPhones: [],
      notUnderstood: [],
    });
  });
});

test("two refunds of a paid transfer: 139.90 went back, the quantities stay", () => {
  const read = order("order-updated-two-refunds");
  expect(read).toMatchObject({
    payment: "pay_later",
    paymentStatus: "partially_refunded",
    received: "334.77",
    currentTotal: "194.87",
    due: "0",
    refunds: [
      { externalId: "36", amount: "10" },
      { externalId: "35", amount: "129.9" },
    ],
  });
  expect(read.items.map((item) => item.currentQuantity)).toEqual(["2", "3"]);
});

test("one refund deleted: it is just missing", () => {
  expect(order("order-updated-one-refund-deleted")).toMatchObject({
    paymentStatus: "partially_refunded",
    currentTotal: "204.87",
    refunds: [{ externalId: "35", amount: "129.9" }],
    note: "touch",
  });
});

test("an erased buyer is nobody: the order goes on without", () => {
  const event = readFixture(file("order-updated-anonymised"));
  expect(event).toMatchObject({ kind: "order_erased", order: { externalId: "145", status: "processing" } });
  expect(JSON.stringify(event)).not.toMatch(/deleted|000000000/);
});

test("a variation made by a programme: unpaid, with all that the goldsmith needs", () => {
  const read = order("order-created-variation-meta-note");
  expect(read).toMatchObject({
    payment: "cash_on_delivery",
    paymentStatus: "pending",
    received: "0",
    due: "500",
    note: "Sunați după ora 17",
    shippingMethod: null,
    buyer: { name: "Inel", phone: "0745010703", street: null, region: null, country: "RO" },
  });
  expect(read.items).toMatchObject([
    {
      name: "Inel",
      sku: null,
      pricePerUnit: "500",
      attributes: [
        { label: "Material", value: "Aur roz 14k" },
        { label: "Mărime", value: "17" },
        { label: "Piatră", value: "Rubin" },
        { label: "Gravură", value: "Pentru Ana ♥" },
      ],
    },
  ]);
});

test("an error in place of the order: the webhook's user is gone", () => {
  expect(readFixture(file("order-created-error-cannot-view"))).toMatchObject({
    kind: "store_error",
    fault: "webhookUserGone",
  });
});
