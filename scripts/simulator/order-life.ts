import type { CartLine, Product } from "#scripts/simulator/catalogue.ts";
import type { Buyer } from "#scripts/simulator/people.ts";
import type { Random } from "#scripts/simulator/random.ts";

// The story of an order, whatever the platform. Amounts are whole numbers of the currency's smallest unit.

export interface Line {
  id: string;
  product: Product;
  price: number;
  quantity: number;
  /** After edits and refunds. */
  currentQuantity: number;
}

export interface Refund {
  id: string;
  amount: number;
  at: Date;
  /** The lines given back, all pieces of each. */
  lines: Line[];
}

export type Shipment = "none" | "shipped" | "in_transit" | "delivered";

/** An order at one moment of its life. */
export interface OrderState {
  id: string;
  /** As the buyer sees it. */
  number: string;
  /** 0 for a guest. */
  customerId: string;
  buyer: Buyer;
  isCod: boolean;
  lines: Line[];
  shipping: number;
  shipment: Shipment;
  tracking: { id: string; number: string; shippedAt: Date } | null;
  placedAt: Date;
  updatedAt: Date;
  paidAt: Date | null;
  deliveredAt: Date | null;
  cancelledAt: Date | null;
  refunds: Refund[];
}

export type Moment =
  | "created"
  | "edited"
  | "paid"
  | "shipped"
  | "in_transit"
  | "delivered"
  | "cancelled"
  | "refunded";

/** What happens to an order, and what it is then. */
export interface Step {
  moment: Moment;
  state: OrderState;
}

/** How an order ends; `waiting` ones are placed, and nothing follows. */
export type Fate = "delivered" | "refused" | "cancelled" | "waiting" | "refunded" | "partly_refunded";

export function drawFate(random: Random, isCod: boolean): Fate {
  return isCod
    ? random.weighted([
        ["delivered", 62],
        ["refused", 13],
        ["cancelled", 12],
        ["waiting", 13],
      ] as const)
    : random.weighted([
        ["delivered", 78],
        ["refunded", 7],
        ["partly_refunded", 7],
        ["cancelled", 8],
      ] as const);
}

/** Hours from one moment to the next: at least and at most. */
const gaps: Record<Moment, readonly [number, number]> = {
  created: [0, 0],
  edited: [1, 5],
  paid: [20, 90],
  shipped: [10, 40],
  in_transit: [3, 12],
  delivered: [16, 60],
  cancelled: [8, 60],
  refunded: [40, 140],
};

/**
 * The life of an order from its first state on.
 *
 * @param pace by how much its hours are shortened: 1 is real time
 */
export function tellLife(random: Random, first: OrderState, fate: Fate, pace: number): Step[] {
  const steps: Step[] = [{ moment: "created", state: first }];
  for (const moment of momentsOf(random, first, fate)) {
    const before = steps.at(-1)?.state ?? first;
    const isInstant = moment === "paid" && !first.isCod;
    const [least, most] = isInstant ? [0.01, 0.03] : gaps[moment];
    const wait = (least + random.next() * (most - least)) * 3_600_000 * pace;
    const at = new Date(Math.ceil((before.updatedAt.getTime() + Math.max(wait, 1)) / 1000) * 1000);
    steps.push({ moment, state: { ...before, ...change(random, before, moment, fate, at), updatedAt: at } });
  }
  return steps;
}

function momentsOf(random: Random, { isCod, lines }: OrderState, fate: Fate): Moment[] {
  const start: Moment[] = isCod ? [] : ["paid"];
  if (isCod && lines.length > 1 && random.chance(0.12)) start.push("edited");
  switch (fate) {
    case "waiting":
      return start;
    case "cancelled":
      return [...start, "cancelled"];
    case "refused":
      return [...start, "shipped", "in_transit", "cancelled"];
    case "delivered":
      return [...start, "shipped", "in_transit", "delivered", ...(isCod ? (["paid"] as const) : [])];
    case "refunded":
    case "partly_refunded":
      return [...start, "shipped", "in_transit", "delivered", "refunded"];
  }
}

function change(
  random: Random,
  state: OrderState,
  moment: Moment,
  fate: Fate,
  at: Date,
): Partial<OrderState> {
  switch (moment) {
    case "created":
      return {};
    case "edited":
      return { lines: withoutLast(state.lines) };
    case "paid":
      return { paidAt: at };
    case "shipped": {
      const tracking = { id: drawId(random, 13), number: `RB${random.digits(9)}RO`, shippedAt: at };
      return { shipment: "shipped", tracking };
    }
    case "in_transit":
      return { shipment: "in_transit" };
    case "delivered":
      return { shipment: "delivered", deliveredAt: at };
    case "cancelled":
      return { cancelledAt: at, ...(state.paidAt && giveBack(random, state, state.lines, at)) };
    case "refunded": {
      const isPartial = fate === "partly_refunded" && state.lines.length > 1;
      return giveBack(random, state, isPartial ? state.lines.slice(-1) : state.lines, at);
    }
  }
}

function withoutLast(lines: Line[]): Line[] {
  return lines.map((line, index) => (index === lines.length - 1 ? { ...line, currentQuantity: 0 } : line));
}

/** Gives back the money for some lines; with all of them, shipping too. */
function giveBack(random: Random, state: OrderState, given: Line[], at: Date): Partial<OrderState> {
  const isAll = given.length === state.lines.length;
  const amount = sumOf(given, "currentQuantity") + (isAll ? state.shipping : 0);
  const refund = { id: drawId(random, 12), amount, at, lines: given };
  return {
    lines: state.lines.map((line) => (given.includes(line) ? { ...line, currentQuantity: 0 } : line)),
    refunds: [...state.refunds, refund],
  };
}

/** What the order came to when it was placed. */
export function placedTotal({ lines, shipping }: OrderState): number {
  return sumOf(lines, "quantity") + shipping;
}

/** What the order was worth after edits, before refunds. */
export function editedTotal(state: OrderState): number {
  return currentTotal(state) + refundedTotal(state);
}

/** What the order is worth now. */
export function currentTotal({ lines, shipping }: OrderState): number {
  const rest = sumOf(lines, "currentQuantity");
  return rest === 0 ? 0 : rest + shipping;
}

export function refundedTotal({ refunds }: OrderState): number {
  return refunds.reduce((sum, refund) => sum + refund.amount, 0);
}

/** What buyers put into the cart, as the lines of an order. */
export function linesOf(random: Random, cart: CartLine[], idDigits: number): Line[] {
  return cart.map((item) => ({ ...item, id: drawId(random, idDigits), currentQuantity: item.quantity }));
}

/** An id of so many digits. */
export function drawId(random: Random, digits: number): string {
  return `${random.between(1, 8)}${random.digits(digits - 1)}`;
}

function sumOf(lines: Line[], quantity: "quantity" | "currentQuantity"): number {
  return lines.reduce((sum, line) => sum + line.price * line[quantity], 0);
}
