import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { localPath } from "#lib/base/auth/schema.ts";

const home = "https://astra.example.com";

describe("where one goes after signing in", () => {
  test.each(["/", "/leads", "/leads?q=ana&cod=pending", "/orders/1#items", "/leads?next=//evil.example"])(
    "stays as it is when it is a path of Astra: %s",
    (path) => {
      expect(localPath.parse(path)).toBe(path);
    },
  );

  test.each([
    "//evil.example",
    "///evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "/\t/evil.example",
    "/\n//evil.example",
    "/.//evil.example",
    "/..//evil.example",
    "/x/..//evil.example",
    "/%2e//evil.example",
    "https://evil.example",
    "javascript:alert(1)",
    "data:text/html,x",
    "blob:https://astra.invalid/x",
    "https://astra.invalid.evil.example",
    "https://user@evil.example/",
    "http://[",
    undefined,
    ["/leads"],
  ])("is the start page when it leads elsewhere: %j", (next) => {
    expect(localPath.parse(next)).toBe("/");
  });

  test("never leaves Astra, whatever is asked for", () => {
    const piece = fc.constantFrom(
      "/",
      "\\",
      "//",
      ".",
      "..",
      "%2f",
      "%5c",
      "@",
      ":",
      "\t",
      "\r",
      " ",
      "?",
      "#",
      "evil.example",
      "https:",
    );
    const text = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join("")),
    );
    fc.assert(
      fc.property(text, (next) => {
        const path = localPath.parse(next);
        expect(path).toMatch(/^\/(?![/\\])/);
        expect(new URL(path, home).origin).toBe(home);
        expect(new URL(path, home).pathname).not.toMatch(/^\/\//);
        expect(localPath.parse(path)).toBe(path);
      }),
      { numRuns: 2_000 },
    );
  });
});
