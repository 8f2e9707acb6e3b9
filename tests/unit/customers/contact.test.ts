import { assert, integer, property, string } from "fast-check";
import { describe, expect, test } from "vitest";
import { normaliseEmail, normalisePhone } from "#lib/customers/contact.ts";

describe("a phone number", () => {
  test.each([
    ["+40722123456", null, "+40722123456"],
    ["0722 123 456", "RO", "+40722123456"],
    ["(0722) 123-456", "RO", "+40722123456"],
    ["0040 722 123 456", "RO", "+40722123456"],
    ["+40 (0)722 123 456", "DE", "+40722123456"],
    ["\u202a+40 722 123 456\u202c", "RO", "+40722123456"],
    ["9000000002", "IN", "+919000000002"],
    ["919000000002", "IN", "+919000000002"],
    ["+1(502)-459-2181", "US", "+15024592181"],
    ["٠١٠١٢٣٤٥٦٧٨", "EG", "+201012345678"],
  ])("%s of %s is %s", (phone, country, expected) => {
    expect(normalisePhone(phone, country)).toBe(expected);
  });

  test.each([
    [null, "RO"],
    ["", "RO"],
    [" ", "RO"],
    ["+91", "GB"],
    ["+91", "IN"],
    ["123", "VN"],
    ["0722 123 456", null],
    ["0722 123 456", "XX"],
    ["0722 123 456", ""],
    ["07221234567890", "RO"],
    ["555-555-SHIP", "US"],
    ["1-800-FLOWERS", "US"],
    ["ask my wife", "RO"],
    ["0722 123 456 789", "RO"],
    ["0000000000", "RO"],
    ["777-777-7777", "US"],
    ["+40 777 777 777", null],
  ])("%s of %s can't be dialled", (phone, country) => {
    expect(normalisePhone(phone, country)).toBeNull();
  });

  test("is the same when it is normalised again", () => {
    assert(
      property(integer({ min: 700_000_000, max: 799_999_999 }), (digits) => {
        const once = normalisePhone(`0${digits}`, "RO");
        expect(once).toBe(`+40${digits}`);
        expect(normalisePhone(once, "US")).toBe(once);
      }),
    );
  });

  test("is E.164 or nothing, whatever was typed", () => {
    assert(
      property(string({ unit: "grapheme" }), (typed) => {
        expect(normalisePhone(typed, "RO") ?? "+40722123456").toMatch(/^\+[1-9][0-9]{4,14}$/);
      }),
    );
  });
});

describe("an e-mail address", () => {
  test.each([
    [" Ana.Pop@Example.COM ", "ana.pop@example.com"],
    ["your.email+fakedata38165@example.com", "your.email+fakedata38165@example.com"],
    ["nora.reply@example.com", "nora.reply@example.com"],
    ["nana@example.com", "nana@example.com"],
    ["anonyma@example.com", "anonyma@example.com"],
    ["ana@invalid.example.com", "ana@invalid.example.com"],
    ["İpek@example.com", "i̇pek@example.com"],
  ])("%s is %s", (email, expected) => {
    expect(normaliseEmail(email)).toBe(expected);
  });

  test.each([
    null,
    "",
    "ana",
    "ana@",
    "@example.com",
    "ana pop@example.com",
    "a@b@c",
    "noreply@example.com",
    "No-Reply@example.com",
    "do-not-reply@example.com",
    "none@none.com",
    "no-email@example.com",
    "noemail@example.com",
    "n.a@example.com",
    "fara-email@example.com",
    "deleted@site.invalid",
    "ana@shop.invalid",
    "ana@invalid",
    "[deleted]",
    "[deleted]@example.com",
    "deleted-user-1234@example.com",
    "anonymous@example.com",
    "anonymised.4f2a@example.com",
    "ana@anonymized.example",
    `${"a".repeat(250)}@example.com`,
  ])("%s identifies nobody", (email) => {
    expect(normaliseEmail(email)).toBeNull();
  });
});
