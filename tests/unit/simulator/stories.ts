import type { StoreType } from "#lib/stores/model.ts";
import type { Market } from "#scripts/simulator/markets.ts";
import { createStoryteller, type Story } from "#scripts/simulator/storyteller.ts";

const startAt = new Date("2026-10-01T09:00:00Z");

/** The first orders that a store has to tell. */
export function tellStories(type: StoreType, market: Market, count: number, seed = "test"): Story[] {
  const tell = createStoryteller(seed);
  const domain = type === "shopify" ? "told.myshopify.com" : "told.example";
  const store = { type, domain, market, numberPrefix: "#", firstSequence: 1001 };
  return Array.from({ length: count }, (_, index) =>
    tell(store, new Date(startAt.getTime() + index * 3_600_000)),
  );
}
