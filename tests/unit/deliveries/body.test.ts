import { describe, expect, test } from "vitest";
import { showBody } from "#lib/deliveries/body.ts";

const show = (body: string | Uint8Array, isPretty = true) =>
  showBody(typeof body === "string" ? new TextEncoder().encode(body) : body, isPretty);

describe("a body laid out", () => {
  test("has a line for each value, and every number as it came", () => {
    const body = '{"id":820982911946154508,"total":1e400,"tags":[],"lines":[{"a":"x: {y}, \\"z\\""},-0.10]}';
    expect(show(body)).toEqual({
      text: [
        "{",
        '  "id": 820982911946154508,',
        '  "total": 1e400,',
        '  "tags": [],',
        '  "lines": [',
        "    {",
        '      "a": "x: {y}, \\"z\\""',
        "    },",
        "    -0.10",
        "  ]",
        "}",
      ].join("\n"),
      isCut: false,
    });
  });

  test("is what came when that is no JSON, and broken JSON is laid out as far as it goes", () => {
    expect(show("webhook_id=7&a={b}").text).toBe("webhook_id=7&a={b}");
    expect(show('{"a":1,"b').text).toBe('{\n  "a": 1,\n  "b');
  });

  test("is not laid out when it is asked for as it came", () => {
    expect(show('{"a": [1,2]}', false).text).toBe('{"a": [1,2]}');
  });
});

describe("a body from a stranger", () => {
  test("with broken UTF-8 shows where it is broken", () => {
    expect(show(new Uint8Array([0x61, 0xff, 0x62])).text).toBe("a\uFFFDb");
  });

  test("shows what can't be seen, and nothing turns the direction of what follows", () => {
    expect(show("a\0b\rc\u202Ed", false).text).toBe("a\u2400b\u240Dc\\u{202e}d");
    expect(show("a\u200Bb\u2028c", false).text).toBe("a\\u{200b}b\\u{2028}c");
  });

  test.each([
    ["quotes", '"'.repeat(5_000_000)],
    ["markup", "<script>&</script>".repeat(300_000)],
    ["open brackets", "[".repeat(5_000_000)],
    [
      "lines",
      JSON.stringify({ line_items: Array.from({ length: 60_000 }, (_, id) => ({ id, sku: `S${id}` })) }),
    ],
    ["blanks", `{${" ".repeat(5_000_000)}}`],
    ["characters of four bytes", "😀".repeat(1_200_000)],
    ["escapes", `{"a":"${"\\\\".repeat(2_000_000)}"}`],
  ])("of very many %s is cut where a page would become too long, at once", (_, body) => {
    const bytes = new TextEncoder().encode(body);
    for (const isPretty of [true, false]) {
      const startedAt = performance.now();
      const { text, isCut } = showBody(bytes, isPretty);
      expect(performance.now() - startedAt).toBeLessThan(250);
      expect(isCut).toBe(true);
      expect(text.isWellFormed()).toBe(true);
      expect(asPage(text)).toBeLessThan(850_000);
    }
  });
});

/** The bytes of a text in the HTML of a page and in the script beside it. */
function asPage(text: string): number {
  const html = text.replace(
    /[&<>"']/g,
    (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[sign] ?? "&#x27;",
  );
  const script = JSON.stringify(JSON.stringify(text)).replace(/[&<>]/g, "\\u0026");
  return Buffer.byteLength(html) + Buffer.byteLength(script);
}
