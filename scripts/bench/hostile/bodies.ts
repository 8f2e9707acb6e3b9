import { randomBytes } from "node:crypto";

/** As long as a body may be. */
const longest = 5 * 1024 * 1024;

/** The worst that a store can send, by name: each in its own way too much to read, to keep, or to show. */
export function worstBodies(): Record<string, Buffer> {
  return {
    numbers: filled('"numbers":0', (size) => `"numbers":[${"1,".repeat((size - 20) / 2)}1]`, longest),
    noise: randomBytes(longest),
    lines: Buffer.from(orderText({ line_items: lines(60_000) })),
    // As large as what is still worked in at once may be.
    almostLarge: Buffer.from(orderText({ line_items: lines(2_400), note: "x".repeat(5_000) })),
    nested: Buffer.from(`{"id":1,"a":${"[".repeat(100_000)}${"]".repeat(100_000)}}`),
    usual: Buffer.from(orderText({ line_items: lines(2) })),
  };
}

/** An order of Shopify with whatever is to be wrong with it; its own id is in the text as ORDER. */
export function orderText(changes: object): string {
  const now = new Date().toISOString();
  return JSON.stringify({
    id: "ORDER_ID",
    name: "#ORDER",
    email: "buyer@example.com",
    currency: "EUR",
    total_price: "9999999999.00",
    financial_status: "pending",
    payment_gateway_names: ["Cash on Delivery (COD)"],
    created_at: now,
    updated_at: "9999-12-31T23:59:59Z",
    shipping_address: {
      name: "Zo Zo",
      phone: "+40722123456",
      address1: "Long 1",
      city: "Cluj",
      country_code: "RO",
    },
    line_items: [],
    ...changes,
  });
}

function lines(count: number): object[] {
  return Array.from({ length: count }, (_, index) => ({
    id: index + 1,
    name: `Lamp ${index + 1}`,
    quantity: 1,
    price: "1.00",
  }));
}

function filled(place: string, filling: (size: number) => string, size: number): Buffer {
  const text = orderText({ numbers: 0 });
  return Buffer.from(text.replace(place, filling(size - text.length - 20)));
}
