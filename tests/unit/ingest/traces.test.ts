import { assert, constantFrom, property, string } from "fast-check";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { anybody, type Named, tracesOf, tracesOfNamed } from "#lib/ingest/traces.ts";
import { parseExactly } from "#lib/platforms/json.ts";
import { payload } from "#tests/fixtures/payloads.ts";
import { shopifyOrder } from "#tests/fixtures/shopify-order.ts";
import { computingTime } from "#tests/support/computing-time.ts";

beforeAll(() => {
  vi.stubEnv("DATABASE_URL", "postgresql://astra_app@127.0.0.1:5432/postgres");
  vi.stubEnv("SUPABASE_URL", "http://127.0.0.1:54321");
  vi.stubEnv("SUPABASE_PUBLISHABLE_KEY", "publishable");
  vi.stubEnv("SUPABASE_SECRET_KEY", "secret");
  vi.stubEnv("APP_URL", "http://127.0.0.1:3000");
  vi.stubEnv("ASTRA_ENCRYPTION_KEY", Buffer.alloc(32, 7).toString("base64"));
});

const store = "7f0c3a52-0000-4000-8000-000000000001";

/** Whether a request that names this finds a payload. */
function finds(named: Partial<Named>, body: unknown): boolean {
  const kept = new Set(tracesOf(store, parseExactly(Buffer.from(JSON.stringify(body)))));
  const asked = tracesOfNamed(store, { ids: [], emails: [], phones: [], ...named });
  return [anybody, ...asked].some((trace) => kept.has(trace));
}

describe("a kept payload is found by", () => {
  const order = shopifyOrder({ id: 5_001, note: "Ring Dan at 0744.555.666, or write to dan@example.com." });

  test("its order, its customer, and no line of it", () => {
    expect(finds({ ids: ["5001"] }, order)).toBe(true);
    expect(finds({ ids: ["7001"] }, order)).toBe(true);
    expect(finds({ ids: ["9001"] }, order)).toBe(false);
    expect(finds({ ids: ["5001"] }, { id: 1, order_id: "5001" })).toBe(true);
    expect(finds({ ids: ["5001"] }, { order: { id: 5_001 } })).toBe(true);
  });

  test("e-mails and phones wherever they stand, however they are written", () => {
    for (const email of ["Ana.Pop@Example.com", "dan@example.com"])
      expect(finds({ emails: [email] }, order)).toBe(true);
    for (const phone of ["+40722123456", "0722 123 456", "(0722) 123-456", "+40 744 555 666"]) {
      expect(finds({ phones: [phone] }, order)).toBe(true);
    }
    expect(
      finds({ phones: ["+40722123456"] }, { meta_data: [{ key: "_billing_phone", value: "0722/123.456" }] }),
    ).toBe(true);
    expect(finds({ phones: ["+40722123456"] }, { billing: { phone: 40_722_123_456 } })).toBe(true);
  });

  test("nobody else's", () => {
    expect(finds({ ids: ["50"], emails: ["pop@example.com"], phones: ["+40722123457"] }, order)).toBe(false);
    expect(finds({ phones: ["20260302", "+4020260302"] }, order)).toBe(false);
  });

  test("any phone in any of the ways to write it", () => {
    const digits = string({ unit: constantFrom(..."0123456789"), minLength: 9, maxLength: 9 });
    const between = constantFrom("", " ", "-", ".", "/");
    assert(
      property(
        digits,
        between,
        constantFrom("+40", "0040", "0"),
        constantFrom("+40", "0"),
        (number, blank, written, asked) => {
          const groups = [number.slice(0, 3), number.slice(3, 6), number.slice(6)].join(blank);
          expect(
            finds({ phones: [`${asked}${number}`] }, { note: `Call ${written}${blank}${groups} today` }),
          ).toBe(true);
        },
      ),
    );
  });

  test.each([
    "shopify/customers-create-2024-10.json",
    "shopify/fulfillments-create-2024-10.json",
    "woocommerce-real/order-created-variation-meta-note.json",
  ])("the id of %s", (file) => {
    const body = parseExactly(payload(file)) as { id: string };
    const kept = tracesOf(store, body);
    expect(kept.length).toBeLessThan(60);
    expect(kept).toContain(tracesOfNamed(store, { ids: [body.id], emails: [], phones: [] })[0]);
  });
});

test("a body that is not JSON is found by the e-mails and phones in its text", () => {
  const traces = tracesOf(store, "email=ana@example.com&phone=0722 123 456");
  const asked = tracesOfNamed(store, { ids: [], emails: ["ana@example.com"], phones: ["+40722123456"] });
  for (const trace of asked) expect(traces).toContain(trace);
});

test("a payload that names too many is found by anybody's request", () => {
  const emails = Array.from({ length: 2_000 }, (_, index) => `${index}@example.com`);
  expect(tracesOf(store, { emails })).toEqual([anybody]);
  expect(finds({}, { emails })).toBe(true);
  expect(tracesOf(store, JSON.parse(`${"[".repeat(1_000)}${"]".repeat(1_000)}`))).toEqual([anybody]);
});

test("a request that names very many orders is still about its e-mail", () => {
  const ids = Array.from({ length: 3_000 }, (_, index) => `${index}`);
  expect(finds({ ids, emails: ["ana.pop@example.com"] }, shopifyOrder())).toBe(true);
});

test("hostile text takes no longer than its length", () => {
  const texts = ["@".repeat(500_000), "1 ".repeat(250_000), "a".repeat(500_000), "a@".repeat(250_000)];
  const time = computingTime(() => {
    for (const text of texts) tracesOf(store, { text });
  });
  expect(time).toBeLessThan(200);
});

test("two stores that know the same buyer keep different traces", () => {
  const named = { ids: [], emails: ["ana@example.com"], phones: [] };
  expect(tracesOfNamed(store, named)).not.toEqual(tracesOfNamed(store.replace("1", "2"), named));
});
