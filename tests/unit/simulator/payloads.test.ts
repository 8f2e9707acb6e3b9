import { Decimal } from "decimal.js";
import { describe, expect, test } from "vitest";
import { normaliseEmail, normalisePhone } from "#lib/customers/contact.ts";
import { sign } from "#lib/ingest/signature.ts";
import { parseExactly } from "#lib/platforms/json.ts";
import type { StoreContext, StoreOrder } from "#lib/platforms/platform.ts";
import { platforms } from "#lib/platforms/registry.ts";
import { storeTypes } from "#lib/stores/model.ts";
import { deliveriesOf } from "#scripts/simulator/deliveries.ts";
import { type Delivery, headersOf } from "#scripts/simulator/delivery.ts";
import { shopifyJson } from "#scripts/simulator/json.ts";
import { markets } from "#scripts/simulator/markets.ts";
import {
  currentTotal,
  editedTotal,
  type OrderState,
  placedTotal,
  refundedTotal,
  type Step,
} from "#scripts/simulator/order-life.ts";
import type { Story } from "#scripts/simulator/storyteller.ts";
import { tellStories } from "./stories.ts";

const cases = storeTypes.flatMap((type) => Object.values(markets).map((market) => ({ type, market })));

/** Every order that a story's deliveries tell, beside what it should say. */
function ordersTold({ store, steps }: Story): { told: StoreOrder; step: Step; topic: string }[] {
  return steps.flatMap((step) =>
    deliveriesOf(store, step).flatMap((delivery) => {
      const event = read(store.type, delivery);
      return event.kind === "order" ? [{ told: event.order, step, topic: delivery.topic }] : [];
    }),
  );
}

function read(type: Story["store"]["type"], delivery: Delivery) {
  const headers = new Headers(headersOf({ type, domain: "told.example", secret: "a secret" }, delivery));
  return platforms[type].readEvent(delivery.topic, headers, parseExactly(delivery.body), context);
}

const context: StoreContext = {
  codGateways: [],
  paymentMethods: {},
  statusMap: {},
  receivedAt: new Date("2030-01-01T00:00:00Z"),
};

const amount = (value: number, { buyer }: OrderState) =>
  new Decimal(value).dividedBy(10 ** buyer.market.decimals).toNumber();

describe.each(cases)("$type in $market.currency", ({ type, market }) => {
  const stories = tellStories(type, market, 60);

  test("the same seed tells the same bytes, another seed others", () => {
    const bytes = (seed: string) =>
      tellStories(type, market, 20, seed).flatMap(({ store, steps }) =>
        steps.flatMap((step) =>
          deliveriesOf(store, step).map(({ body }) => Buffer.from(body).toString("base64")),
        ),
      );
    expect(bytes("one")).toEqual(bytes("one"));
    expect(bytes("one")).not.toEqual(bytes("two"));
  });

  test("every delivery is read by the platform's reader", () => {
    for (const { store, steps } of stories) {
      for (const step of steps) {
        for (const delivery of deliveriesOf(store, step)) {
          expect(read(type, delivery).kind, delivery.topic).not.toBe("ignored");
        }
      }
    }
  });

  test("the amounts are those of the story", () => {
    for (const { told, step } of stories.flatMap(ordersTold)) {
      const { state } = step;
      const asPlaced = type === "shopify" ? placedTotal(state) : editedTotal(state);
      const isVoid = type === "shopify" && state.cancelledAt !== null;
      const refunded = told.refunds.reduce((sum, refund) => sum.plus(refund.amount), new Decimal(0));
      expect(told.currency).toBe(market.currency);
      expect(Number(told.total)).toBe(amount(asPlaced, state));
      expect(Number(told.currentTotal)).toBe(isVoid ? 0 : amount(currentTotal(state), state));
      expect(refunded.toNumber()).toBe(amount(refundedTotal(state), state));
    }
  });

  test("ids, lines, payment method and buyer are those of the story", () => {
    for (const { told, step } of stories.flatMap(ordersTold)) {
      const { state } = step;
      expect(told.externalId).toBe(state.id);
      expect(told.number).toBe(state.number);
      expect(told.payment === "cash_on_delivery").toBe(state.isCod);
      expect(told.isTest).toBe(false);
      expect(told.createdAt).toEqual(state.placedAt);
      expect(told.updatedAt).toEqual(state.updatedAt);
      expect(told.buyer.country).toBe(market.country);
      expect(normalisePhone(told.buyer.phone ?? told.otherPhones[0] ?? null, market.country)).toMatch(/^\+/);
      expect(normaliseEmail(told.buyer.email)).toBe(state.buyer.email);
      expect(told.items[0]?.sku).toBe(state.lines[0]?.product.sku);
    }
  });

  test("an order is paid when the story says so", () => {
    for (const { told, step } of stories.flatMap(ordersTold)) {
      const { state } = step;
      const isPaid = state.paidAt !== null && state.cancelledAt === null && refundedTotal(state) === 0;
      expect(told.paymentStatus === "paid", step.moment).toBe(isPaid);
    }
  });

  test("the stream holds what stores really see", () => {
    const many = tellStories(type, market, 500);
    const states = many.map(({ steps }) => steps[0]?.state).filter((state) => state !== undefined);
    const shareOfCod = states.filter(({ isCod }) => isCod).length / states.length;
    expect(shareOfCod).toBeGreaterThan(0.68);
    expect(shareOfCod).toBeLessThan(0.92);
    expect(states.some(({ buyer }) => buyer.email === null)).toBe(true);
    expect(states.some(({ buyer }) => buyer.firstName === null)).toBe(true);
    expect(new Set(states.map(({ buyer }) => buyer)).size).toBeLessThan(states.length);
    expect(new Set(states.map(({ id }) => id)).size).toBe(states.length);
    expect(new Set(many.map(({ fate }) => fate))).toEqual(
      new Set(["delivered", "refused", "cancelled", "waiting", "refunded", "partly_refunded"]),
    );
  });
});

test("Shopify's bytes escape slashes only, WooCommerce's everything beyond ASCII", () => {
  const [first] = tellStories("shopify", markets.RO, 1);
  const [second] = tellStories("woocommerce", markets.RO, 1);
  const text = (story: Story | undefined) =>
    story?.steps[0] ? Buffer.from(deliveriesOf(story.store, story.steps[0])[0]?.body ?? "").toString() : "";
  expect(text(first)).toContain("gid:\\/\\/shopify\\/Order\\/");
  expect(text(first)).toMatch(/[ăâîșț]/i);
  expect(text(second)).toMatch(/^[\x20-\x7e]+$/);
  expect(text(second)).toContain("https:\\/\\/told.example\\/");
});

test("ids beyond what a number holds stay exact", () => {
  const id = 7_855_918_638_281_449_766n;
  const body = shopifyJson({ id, title: "Cremă & <b>" });
  expect(Buffer.from(body).toString()).toBe(
    '{"id":7855918638281449766,"title":"Cremă \\u0026 \\u003cb\\u003e"}',
  );
  expect(parseExactly(body)).toEqual({ id: id.toString(), title: "Cremă & <b>" });
});

test("the headers name the store and carry its signature", () => {
  const body = Buffer.from('{"id":1}');
  const headers = new Headers(
    headersOf(
      { type: "woocommerce", domain: "told.example", secret: "a secret" },
      { topic: "order.created", body },
    ),
  );
  const { domain, signature, topic } = platforms.woocommerce.readHeaders(headers);
  expect({ domain, topic }).toEqual({ domain: "told.example", topic: "order.created" });
  expect(signature).toBe(sign("a secret", body));
});
