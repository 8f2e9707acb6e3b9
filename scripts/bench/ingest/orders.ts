import { randomUUID } from "node:crypto";
import { headersOf, type SigningStore } from "#scripts/simulator/delivery.ts";
import { shopifyJson } from "#scripts/simulator/json.ts";
import { markets } from "#scripts/simulator/markets.ts";
import { shopifyOrder } from "#scripts/simulator/shopify-payload.ts";

const market = markets.RO;
/** What each order is of. */
export const orderedSkus = ["LMP-SNS-02", "BOL-CER-3"] as const;
const placeholder = /9990000000001|#9990001|BUYER_NUMBER|0722000001/;
const parts = orderText().split(placeholder);
const places = orderText().match(new RegExp(placeholder, "g")) ?? [];

/** One order in so many is of a buyer who ordered before. */
const returns = 5;

/** A new order of two lines, by a buyer of its own or by one who ordered before, signed by its store. */
export function signedOrder(store: SigningStore, number: number) {
  const buyer = number % returns === 0 ? number - 1 : number;
  const values: Record<string, string> = {
    "9990000000001": String(9_000_000_000_000 + number),
    "#9990001": `#${number}`,
    BUYER_NUMBER: String(buyer),
    "0722000001": `07${String(20_000_000 + buyer)}`,
  };
  const text = parts.map((part, index) => part + (values[places[index] ?? ""] ?? "")).join("");
  const body = Buffer.from(text);
  return { body, headers: headersOf(store, { topic: "orders/create", body, id: randomUUID() }) };
}

function orderText(): string {
  const now = new Date();
  const product = {
    sku: orderedSkus[0],
    price: 37.9,
    weightGrams: 640,
    names: { RO: "Lampă", GR: "", HU: "", BG: "" },
  };
  const line = { product, price: 18_950, quantity: 2, currentQuantity: 2 };
  const order = shopifyOrder(
    {
      id: "9990000000001",
      number: "#9990001",
      customerId: "0",
      buyer: {
        firstName: "Maria",
        lastName: "Pop BUYER_NUMBER",
        email: "maria.popBUYER_NUMBER@example.com",
        phone: "0722000001",
        street: "Strada Lungă 7",
        city: "Cluj-Napoca",
        region: "Cluj",
        zip: "400001",
        market,
      },
      isCod: true,
      lines: [
        { ...line, id: "9990001" },
        {
          ...line,
          id: "9990002",
          quantity: 1,
          currentQuantity: 1,
          product: { ...product, sku: orderedSkus[1] },
        },
      ],
      shipping: 1_500,
      shipment: "none",
      tracking: null,
      placedAt: now,
      updatedAt: now,
      paidAt: null,
      deliveredAt: null,
      cancelledAt: null,
      refunds: [],
    },
    "bench.example",
  );
  return Buffer.from(shopifyJson(order)).toString("utf8");
}
