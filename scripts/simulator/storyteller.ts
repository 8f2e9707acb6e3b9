import type { StoreType } from "#lib/stores/model.ts";
import { type CartLine, drawCart } from "#scripts/simulator/catalogue.ts";
import type { Market } from "#scripts/simulator/markets.ts";
import {
  drawFate,
  drawId,
  type Fate,
  linesOf,
  type OrderState,
  type Step,
  tellLife,
} from "#scripts/simulator/order-life.ts";
import { type Buyer, drawBuyer } from "#scripts/simulator/people.ts";
import { createRandom, type Random } from "#scripts/simulator/random.ts";

/** A store in a story. */
export interface StoryStore {
  type: StoreType;
  domain: string;
  market: Market;
  /** What stands before the counter in the numbers that buyers see, and where it starts. WooCommerce numbers by post. */
  numberPrefix: string;
  firstSequence: number;
}

/** An order and its whole life. */
export interface Story {
  store: StoryStore;
  fate: Fate;
  steps: Step[];
}

interface Memory {
  buyer: Buyer;
  cart: CartLine[];
  placedAt: Date;
}

/** Tells orders one after another; the same seed and the same calls tell the same ones. */
export function createStoryteller(seed: string, pace = 1): (store: StoryStore, at: Date) => Story {
  const random = createRandom(seed);
  const buyers = new Map<Market, Buyer[]>();
  const counters = new Map<string, number>();
  const last = new Map<string, Memory>();

  /** About a fifth have bought before, be it in another store of the same country. */
  function findBuyer(market: Market): Buyer {
    const known = buyers.get(market) ?? [];
    buyers.set(market, known);
    if (known.length > 4 && random.chance(0.22)) return random.pick(known);
    const buyer = drawBuyer(random, market);
    known.push(buyer);
    return buyer;
  }

  /** Now and then somebody presses the button twice. */
  function drawOrder(store: StoryStore, at: Date): Memory {
    const before = last.get(store.domain);
    const again = before && new Date(before.placedAt.getTime() + random.between(40, 900) * 1000);
    if (before && again && again <= at && random.chance(0.03)) return { ...before, placedAt: again };
    return { buyer: findBuyer(store.market), cart: drawCart(random, store.market), placedAt: at };
  }

  return (store, at) => {
    const order = drawOrder(store, at);
    last.set(store.domain, order);
    const count = counters.get(store.domain) ?? 0;
    counters.set(store.domain, count + 1);
    const first = firstState(random, store, { ...order, count, seed });
    const fate = drawFate(random, first.isCod);
    return { store, fate, steps: tellLife(random, first, fate, pace) };
  };
}

function firstState(
  random: Random,
  store: StoryStore,
  { buyer, cart, placedAt, count, seed }: Memory & { count: number; seed: string },
): OrderState {
  const at = new Date(Math.floor(placedAt.getTime() / 1000) * 1000);
  const digits = idDigits(store);
  const isShopify = store.type === "shopify";
  const id = isShopify ? drawId(random, digits) : wooCommerceId(seed, store.domain, count);
  const lines = linesOf(random, cart, isShopify ? digits : 6);
  const value = lines.reduce((sum, line) => sum + line.price * line.quantity, 0);
  const shippingPrice = Math.round(4 * store.market.rate) * (store.market.decimals === 0 ? 1 : 100);
  return {
    id,
    number: isShopify ? `${store.numberPrefix}${store.firstSequence + count}` : id,
    customerId: customerIdOf(store, buyer),
    buyer,
    isCod: random.chance(0.8),
    lines,
    shipping: value > shippingPrice * 10 ? 0 : shippingPrice,
    shipment: "none",
    tracking: null,
    placedAt: at,
    updatedAt: at,
    paidAt: null,
    deliveredAt: null,
    cancelledAt: null,
    refunds: [],
  };
}

/** Shopify's ids have 13 digits today and up to 19 in samples; those of a store are alike. */
function idDigits({ domain }: StoryStore): number {
  return createRandom(`order ids of ${domain}`).pick([13, 16, 19]);
}

/** WooCommerce counts its posts; every seed counts from somewhere else. */
function wooCommerceId(seed: string, domain: string, count: number): string {
  return String(createRandom(`posts of ${domain} ${seed}`).between(10_000, 90_000_000) + count * 3);
}

/** A store knows its buyer again; half of WooCommerce's buyers are guests. */
function customerIdOf({ type, domain }: StoryStore, buyer: Buyer): string {
  const random = createRandom(`customer of ${domain} ${buyer.email ?? buyer.phone}`);
  if (type === "shopify") return buyer.email || buyer.firstName ? drawId(random, 13) : "0";
  return buyer.email && random.chance(0.5) ? drawId(random, 4) : "0";
}
