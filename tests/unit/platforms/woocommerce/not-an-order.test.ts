import { describe, expect, test } from "vitest";
import { DeliveryError } from "#lib/platforms/platform.ts";
import { wooAddress } from "#tests/fixtures/woocommerce-order.ts";
import { meta, read, readBody } from "./read.ts";

const topics = ["order.created", "order.updated", "order.restored"];

describe("the shop's own error", () => {
  test.each(topics)("under %s is told with its words", (topic) => {
    const event = readBody(topic, {
      code: "rest_whatever",
      message: "Nu <b>merge</b>.",
      data: { status: 500 },
    });
    const reason = { code: "shopError", said: "Nu merge." };
    expect(event).toEqual({ kind: "store_error", reason, fault: null });
  });

  test.each([
    [
      { code: "woocommerce_rest_cannot_view", message: "Sorry.", data: { status: 403 } },
      "webhookUserGone",
      { code: "shopErrorUserGone", said: "Sorry." },
    ],
    [
      { code: "woocommerce_rest_invalid_shop_order_id", message: "Invalid ID.", data: { status: 400 } },
      null,
      { code: "shopErrorVersion", said: "Invalid ID." },
    ],
    [
      { code: "woocommerce_rest_shop_order_invalid_id", message: "", data: [] },
      null,
      { code: "shopErrorDeleted", said: "woocommerce_rest_shop_order_invalid_id" },
    ],
  ])("%o", (body, fault, reason) => {
    expect(readBody("order.updated", body)).toMatchObject({
      kind: "store_error",
      fault,
      reason,
    });
  });
});

test.each(["auto-draft", "checkout-draft", "wc-checkout-draft", "draft", "new"])(
  "%s is no order yet",
  (status) => {
    expect(read("order.updated", { status })).toMatchObject({ kind: "ignored", reason: { code: "draft" } });
  },
);

describe("an erased buyer", () => {
  test.each([
    ["as WordPress notes it", { meta_data: [meta("_anonymized", "yes")] }],
    ["by name", { billing: wooAddress({ first_name: "[deleted]", last_name: "[deleted]" }) }],
    [
      "by mailbox, whatever the language",
      { billing: wooAddress({ first_name: "[șters]", email: "deleted@site.invalid" }) },
    ],
  ])("%s leaves an order that names nobody", (_, changes) => {
    const note = { customer_note: "call Ana", customer_id: 9 };
    for (const topic of topics) {
      const event = read(topic, { ...note, ...changes });
      expect(event).toMatchObject({ kind: "order_erased", order: { externalId: "727", total: "29.35" } });
      expect(JSON.stringify(event)).not.toMatch(/Ana|Pop|deleted|Lunga|Cluj|0722/);
    }
  });

  test("is not one who is called so in part, or a note that says no", () => {
    const billing = wooAddress({ last_name: "[deleted]" });
    expect(read("order.updated", { billing, meta_data: [meta("_anonymized", "no")] }).kind).toBe("order");
  });
});

test("the legacy API's wrapped order is refused with what to do", () => {
  expect(() => readBody("order.created", { order: { id: 7 } })).toThrow(/legacyApi/);
});

test.each([{}, [], "order", { id: "" }, { id: null }, { code: 7 }])("%o has no identity", (body) => {
  expect(() => readBody("order.created", body)).toThrow(DeliveryError);
});
