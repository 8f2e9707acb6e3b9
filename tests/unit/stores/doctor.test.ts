import { expect, test } from "vitest";
import { mayBeSwitchedOff } from "#components/stores/refusal-advice.tsx";
import type { StoreType } from "#lib/stores/model.ts";
import type { StoreRow } from "#lib/stores/queries.ts";

const refused = (type: StoreType, refusals: number) => ({ type, refusals }) as StoreRow;

test("WooCommerce may have switched its webhooks off at the seventh refusal in a row, Shopify never", () => {
  expect(mayBeSwitchedOff(refused("woocommerce", 6), "wrongSignature")).toBe(false);
  expect(mayBeSwitchedOff(refused("woocommerce", 7), "wrongSignature")).toBe(true);
  expect(mayBeSwitchedOff(refused("woocommerce", 900), "secretChanged")).toBe(true);
  expect(mayBeSwitchedOff(refused("woocommerce", 7), "receiving")).toBe(false);
  expect(mayBeSwitchedOff(refused("shopify", 1_000), "wrongSignature")).toBe(false);
});
