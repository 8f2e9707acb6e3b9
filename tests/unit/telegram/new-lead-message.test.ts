import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { paymentKinds } from "#lib/sales/statuses.ts";
import { type NewLeadAlert, newLeadMessage } from "#lib/telegram/new-lead-message.ts";

const appUrl = "https://astra.example.com";

function alert(changes: Partial<NewLeadAlert> = {}): NewLeadAlert {
  return {
    leadId: "0195a1f0-0000-7000-8000-000000000001",
    isTest: false,
    buyer: "Ana Pop",
    phone: "+40722123456",
    city: "Cluj",
    storeName: "Lamps",
    orderNumber: "#1001",
    paymentKind: "cash_on_delivery",
    total: "59.98",
    due: "59.98",
    currency: "RON",
    items: [{ name: "Lamp", quantity: "2.000", attributes: [] }],
    otherItems: 0,
    note: null,
    shippingMethod: null,
    attributes: [],
    ...changes,
  };
}

const item = (name: string, quantity: string) => ({ name, quantity, attributes: [] });

const write = (changes?: Partial<NewLeadAlert>) => newLeadMessage(alert(changes), "en", appUrl);

/** The text that Telegram shows: without tags, with the entities read; the space within an amount does not break. */
function shown(html: string): string {
  return html
    .replace(/<\/?b>|<a href="[^"<>]*">|<\/a>/g, "")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&")
    .replaceAll("\u00a0", " ");
}

const anyText = fc.string({ unit: "binary", maxLength: 6000 });

const anyLabel = fc.record({ label: anyText, value: anyText });

const anyAlert = fc.record({
  leadId: fc.constant(randomUUID()),
  isTest: fc.boolean(),
  buyer: fc.option(anyText),
  phone: fc.option(anyText),
  city: fc.option(anyText),
  storeName: anyText,
  orderNumber: anyText,
  paymentKind: fc.constantFrom(...paymentKinds),
  due: fc.constantFrom("0", "59.98", "99999999999.999"),
  total: fc
    .integer({ min: 0, max: 99_999_999_999_999 })
    .map((thousandths) => (thousandths / 1000).toFixed(3)),
  currency: fc.constantFrom("EUR", "JPY", "KWD", "RON", "XAU"),
  items: fc.array(
    fc.record({
      name: anyText,
      quantity: fc.constantFrom("1.000", "0.500", "12"),
      attributes: fc.array(anyLabel, { maxLength: 8 }),
    }),
    { maxLength: 40 },
  ),
  otherItems: fc.nat(60_000),
  note: fc.option(anyText),
  shippingMethod: fc.option(anyText),
  attributes: fc.array(anyLabel, { maxLength: 20 }),
});

describe("the alert for a new lead", () => {
  test("tells the lead, the store, the items, the total and where to open it", async () => {
    expect(shown(await write())).toBe(
      [
        "New lead: Ana Pop",
        "+40722123456, Cluj",
        "Lamps · #1001",
        "",
        "• Lamp × 2",
        "",
        "RON 59.98 · cash on delivery",
        "Open the lead",
      ].join("\n"),
    );
    expect(await write()).toContain(`<a href="${appUrl}/leads/0195a1f0-0000-7000-8000-000000000001">`);
  });

  test.each([
    ["JPY", "1200.000", "JPY 1,200"],
    ["KWD", "12.345", "KWD 12.345"],
    ["RON", "59.900", "RON 59.90"],
  ])("writes %s with the decimals it has", async (currency, total, written) => {
    expect(shown(await write({ currency, total }))).toContain(`${written} · `);
  });

  test("tells what the buyer wrote and wished, and what is left to collect", async () => {
    const message = await write({
      items: [{ ...item("Ring", "1"), attributes: [{ label: "Engraving", value: "Ana & Dan" }] }],
      note: "call after 17",
      shippingMethod: "Easybox Mall",
      attributes: [{ label: "Delivery window", value: "14-16" }],
      due: "20.000",
    });
    const lines = shown(message).split("\n");
    expect(lines).toContain("• Ring × 1 (Engraving: Ana & Dan)");
    expect(lines).toContain("Note: call after 17");
    expect(lines).toContain("Shipping: Easybox Mall");
    expect(lines).toContain("Delivery window: 14-16");
    expect(lines).toContain("RON 20.00 due of RON 59.98 · cash on delivery");
  });

  test("says that a test order is one", async () => {
    expect(await write({ isTest: true })).toContain("<b>Test order: ");
  });

  test("names a buyer without a name", async () => {
    const message = await write({ buyer: null, phone: null, city: null });
    expect(message).toContain("<b>New lead: Unknown buyer</b>\nLamps · ");
  });

  test("escapes what comes from outside", async () => {
    const message = await write({ buyer: "</b>&amp;", items: [item('<b>&"', "1")] });
    expect(message).toContain("<b>New lead: &lt;/b&gt;&amp;amp;</b>");
    expect(message).toContain("• &lt;b&gt;&amp;&quot; × 1");
  });

  test("tells ten items and counts the rest", async () => {
    const items = Array.from({ length: 12 }, (_, index) => item(`Lamp ${index}`, "1"));
    const message = await write({ items });
    expect(message).toContain("• Lamp 9 × 1\nand 2 more items");
    expect(message).not.toContain("Lamp 10");
  });

  test("keeps a fraction of a quantity and drops its zeros", async () => {
    expect(await write({ items: [item("Cloth", "2.500")] })).toContain("• Cloth × 2.5\n");
    expect(await write({ items: [item("Cloth", "10")] })).toContain("• Cloth × 10\n");
  });

  test("never cuts a character in half", async () => {
    const message = await write({ items: [item(`x${"💡".repeat(200)}`, "1")] });
    expect(message.isWellFormed()).toBe(true);
    expect(message).toContain("💡…");
  });

  test("whatever comes, Telegram can read it and it is not too long", async () => {
    await fc.assert(
      fc.asyncProperty(anyAlert, async (content) => {
        const message = await newLeadMessage(content, "en", appUrl);
        const withoutTags = message.replace(/<\/?b>|<a href="[^"<>]*">|<\/a>/g, "");
        expect(withoutTags).not.toMatch(/[<>"]/);
        expect(withoutTags).not.toMatch(/&(?!(amp|lt|gt|quot);)/);
        expect(shown(message).length).toBeLessThanOrEqual(4096);
        expect(message.isWellFormed()).toBe(true);
      }),
    );
  });
});
