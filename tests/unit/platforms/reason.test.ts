import { describe, expect, test } from "vitest";
import { keptForms, type Reason, readReason, writeReason } from "#lib/platforms/reason.ts";
import { reasonInEnglish } from "#tests/support/reasons.ts";

describe("a reason", () => {
  test.each<[Reason, string]>([
    [{ code: "notJson" }, "The body is not JSON."],
    [{ code: "uselessTopic", topic: "themes/update" }, "Astra has no use for the topic themes/update."],
    [{ code: "notArrived", order: "5001" }, "The order 5001 has not arrived yet; this is tried again."],
  ])("is kept as a code with what it is about, and read as a sentence: %o", (reason, sentence) => {
    expect(readReason(writeReason(reason))).toEqual(reason);
    expect(reasonInEnglish(writeReason(reason))).toBe(sentence);
  });

  test("keeps no more of what a shop says than a row has room for", () => {
    const kept = writeReason({ code: "shopError", said: "x".repeat(100_000) });
    expect(kept.length).toBeLessThan(1_000);
    expect(readReason(kept)).toMatchObject({ code: "shopError" });
  });
});

describe("what was kept in earlier days", () => {
  test("is read as the code that stands there now", () => {
    expect(readReason("This store is paused.")).toEqual({ code: "paused" });
    expect(keptForms("paused")).toEqual(['{"code":"paused"}', "This store is paused."]);
    expect(keptForms("ofRemovedStore")).toEqual(['{"code":"ofRemovedStore"}']);
  });

  test.each([
    "Astra has no use for the topic themes/update.",
    '{"code":"unheardOf"}',
    '{"code":"notJson","said":1}',
    "{",
    "[]",
    "",
  ])("is shown as it was kept when no code says it: %s", (kept) => {
    expect(readReason(kept)).toEqual({ code: "kept", text: kept });
    expect(reasonInEnglish(kept)).toBe(kept);
  });

  test("nothing is nothing", () => {
    expect(readReason(null)).toBeNull();
  });
});
