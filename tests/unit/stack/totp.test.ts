import { expect, test } from "vitest";
import { codeOf, isCodeOf, makeSecret } from "#scripts/stack/totp.ts";
import { factorSecret } from "#tests/support/people.ts";

// The vectors of RFC 6238, appendix B, for SHA-1; of its eight digits, codes have the last six.
const vectors: [seconds: number, code: string][] = [
  [59, "287082"],
  [1_111_111_109, "081804"],
  [1_111_111_111, "050471"],
  [1_234_567_890, "005924"],
  [2_000_000_000, "279037"],
  [20_000_000_000, "353130"],
];

test.for(vectors)("at %i seconds the code is %s", ([seconds, code]) => {
  expect(codeOf(factorSecret, seconds * 1_000)).toBe(code);
  expect(isCodeOf(factorSecret, code, seconds * 1_000)).toBe(true);
});

test("a code is right one step early and one late, and no more", () => {
  const at = 1_234_567_890_000;
  const isRight = (steps: number) => isCodeOf(factorSecret, codeOf(factorSecret, at), at + steps * 30_000);
  expect([-2, -1, 0, 1, 2].map(isRight)).toEqual([false, true, true, true, false]);
});

test("no other code is right", () => {
  expect(
    ["005925", "5924", "0059240", "", "abcdef"].filter((code) =>
      isCodeOf(factorSecret, code, 1_234_567_890_000),
    ),
  ).toEqual([]);
});

test("a new secret has 160 bits, is typed in base 32, and names Astra and the account to the app", () => {
  const { secret, uri } = makeSecret("Astra", "ana@example.com");
  expect(secret).toMatch(/^[A-Z2-7]{32}$/);
  const { protocol, host, pathname, searchParams } = new URL(uri);
  expect([protocol, host, decodeURIComponent(pathname)]).toEqual([
    "otpauth:",
    "totp",
    "/Astra:ana@example.com",
  ]);
  expect(Object.fromEntries(searchParams)).toMatchObject({
    issuer: "Astra",
    secret,
    digits: "6",
    period: "30",
  });
});
