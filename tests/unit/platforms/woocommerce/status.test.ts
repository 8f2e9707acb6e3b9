import { assert, constantFrom, pre, property, string, tuple } from "fast-check";
import { describe, expect, test } from "vitest";
import { meaningOf, standingOf } from "#lib/platforms/woocommerce/status.ts";
import { isKnownWord } from "#lib/platforms/woocommerce/status-vocabulary.ts";
import { knownStatuses } from "#lib/platforms/woocommerce/statuses.ts";
import { orderFrom } from "./read.ts";

const meanings = {
  pending:
    "pending on-hold failed awaiting-payment payment-pending unpaid waiting-for-confirmation scheduled-payment",
  processing: `processing packed packing-slip-printed ready-to-ship ready-for-pickup ready-for-delivery awaiting-shipment
    awaiting-fulfillment not-shipped unshipped un-shipped not-yet-delivered schedule-for-dispatch shipment-scheduled to-be-shipped
    to-ship pending-delivery delivery-pending partially-paid partial-payment driver-assigned confirmed ready preparing`,
  shipped:
    "shipped wc-shipped dispatched partial-shipped partially-shipped sent handed-over-to-courier shipped-dhl expediata enviado",
  in_transit:
    "in-transit wmp-in-transit out-for-delivery on-the-way with-courier in-livrare en-camino ry-at-cvs kargoda in-curs-de-livrare en-reparto in-consegna unterwegs",
  delivered:
    "delivered completed complete order-delivered delivered-to-customer comanda-livrata entregado geliefert teslim-edildi",
  returned:
    "returned order-returned rto rto-delivered rto-initiated rto-in-transit returned-to-sender return-to-origin retur ry-out-cvs",
  delivery_failed: `failed-delivery delivery-failed undelivered undeliverable not-delivered delivery-attempted delivery-exception delivery-refused nelivrat
    no-entregado non-livre non-consegnato nicht-geliefert nu-livrata never-delivered teslim-edilmedi
    returned-to-depot back-to-depot returned-to-hub back-at-branch returnat-la-depozit`,
  cancelled: "cancelled trash canceled order-cancelled cancelled-by-customer auto-cancelled anulata",
  cancel_requested:
    "cancel-request cancellation-requested pending-cancel cancel-requested awaiting-cancellation",
  refunded: "refunded fully-refunded",
};

const rows = Object.entries(meanings).flatMap(([meaning, slugs]) =>
  slugs.split(/\s+/).map((slug) => [slug, meaning] as const),
);

test.each(rows)("%s means %s", (slug, meaning) => {
  expect(meaningOf(slug, {})).toBe(meaning);
});

const open =
  `cancel not-cancelled delivery-cancelled return-requested return-rejected refund-requested partially-refunded
  partially-delivered delivered-unpaid delivered-damaged shipped-to-warehouse shipped-back lost-in-transit picked-up payment-completed
  incomplete delivery local-delivery ship label-created shipped-sample not-on-the-way nicht-unterwegs sent-to-kitchen sent-to-factory dispatched-to-shop
  return-to-depot-requested not-returned-to-depot failed-shipment email-sent quote constructor`.split(/\s+/);

test.each(open)("%s is left to the owner", (slug) => {
  expect(meaningOf(slug, {})).toBeNull();
});

test("the owner's word wins over what is known, in every spelling of the slug", () => {
  expect(meaningOf("completed", { completed: "shipped" })).toBe("shipped");
  expect(meaningOf("wc-Picked-Up", { "picked-up": "in_transit" })).toBe("in_transit");
  expect(meaningOf("wc-picked-up", { "wc-picked-up": "in_transit" })).toBe("in_transit");
});

describe("of the words of a status", () => {
  const word = constantFrom(
    ..."shipped dispatched delivered cancelled returned refunded completed transit undelivered packed livrat".split(
      " ",
    ),
  );
  const letters = string({ unit: constantFrom(..."abcdefghijklmnopqrstuvwxyz"), minLength: 1, maxLength: 6 });

  test("none decides from inside another", () => {
    assert(
      property(
        word,
        letters,
        letters,
        constantFrom("before", "after", "around"),
        (known, head, tail, where) => {
          const glued = `${where === "after" ? "" : head}${known}${where === "before" ? "" : tail}`;
          pre(!isKnownWord(glued) && !Object.hasOwn(knownStatuses, glued));
          expect(meaningOf(glued, {})).toBeNull();
          expect(meaningOf(`order-${glued}`, {})).toBeNull();
        },
      ),
    );
  });

  test("none is heard past a negation, a request or what is still to come", () => {
    const blocks = constantFrom(
      ..."not- un- non- no- never- awaiting- ready-for- ready-to- schedule-for- scheduled- pending- to-be- pre- will-be- waiting-to-be-".split(
        " ",
      ),
    );
    const between = constantFrom("", "yet-", "order-", "fully-");
    const gone = constantFrom(
      ..."shipped dispatched delivered sent fulfilled shipping delivery transit livrat enviado".split(" "),
    );
    assert(
      property(tuple(blocks, between, gone), (parts) => {
        expect(["shipped", "in_transit", "delivered"]).not.toContain(meaningOf(parts.join(""), {}));
      }),
    );
  });

  test("none makes a request a fact", () => {
    const asked = constantFrom("request", "requested", "req", "pending");
    const what = constantFrom(
      "cancel",
      "cancellation",
      "cancelled",
      "return",
      "returned",
      "refund",
      "refunded",
    );
    assert(
      property(asked, what, constantFrom("-", "_", "-order-"), (request, wish, between) => {
        for (const slug of [`${wish}${between}${request}`, `${request}${between}${wish}`])
          expect(["cancelled", "returned", "refunded"]).not.toContain(meaningOf(slug, {}));
      }),
    );
  });
});

describe("an order with a status", () => {
  test("of a parcel that could not be delivered is to be called, and on its way", () => {
    const called = { status: "shipped", shipment: "in_transit", callReason: "delivery_failed" };
    expect(standingOf("undelivered", "delivery_failed")).toMatchObject(called);
  });

  test("of a parcel that came back is neither cancelled nor refunded", () => {
    expect(standingOf("rto", "returned")).toMatchObject({ status: "shipped", shipment: "returned" });
  });

  test("that asks to cancel says nothing else", () => {
    const asks = { status: null, shipment: "none", callReason: "cancel_requested" };
    expect(orderFrom({ status: "cancel-request" })).toMatchObject({ ...asks, due: "29.35" });
  });

  test("that nobody knows keeps the store's own word", () => {
    const unknown = { status: null, storeStatus: "picked-up", callReason: null };
    expect(orderFrom({ status: "wc-picked-up" })).toMatchObject(unknown);
  });

  test("that the owner mapped is read so", () => {
    const read = orderFrom({ status: "picked-up" }, { statusMap: { "picked-up": "delivered" } });
    expect(read).toMatchObject({
      status: "delivered",
      shipment: "delivered",
      fulfillmentStatus: "fulfilled",
    });
  });

  test.each([
    ["partial-shipped", "partial"],
    ["shipped", "fulfilled"],
    ["processing", "unfulfilled"],
  ])("%s is %s", (status, fulfillmentStatus) => {
    expect(orderFrom({ status }).fulfillmentStatus).toBe(fulfillmentStatus);
  });
});
