import { expect, test } from "vitest";
import { stockMessage } from "#lib/telegram/stock-message.ts";

test("tells each product with what is left, escaped, and how many more there are", async () => {
  const alerts = [
    { kind: "oversold" as const, sku: "A<1>", name: "Lamp & Co", available: -3 },
    { kind: "low" as const, sku: "B", name: "Bowl", available: 1 },
    ...Array.from({ length: 20 }, (_, index) => ({
      kind: "out" as const,
      sku: `C${index}`,
      name: "Cup",
      available: 0,
    })),
  ];
  const text = await stockMessage(alerts, "en", "https://astra.example.com");
  expect(text).toContain(
    "<b>Stock of 22 products</b>\nLamp &amp; Co (A&lt;1&gt;): oversold by 3\nBowl (B): 1 left\nCup (C0): sold out",
  );
  expect(text).toContain(
    'and 2 more products\n<a href="https://astra.example.com/inventory">Open the inventory</a>',
  );
});
