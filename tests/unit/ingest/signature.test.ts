import { assert, property, string, uint8Array } from "fast-check";
import { describe, expect, test } from "vitest";
import { checkSignature, sign } from "#lib/ingest/signature.ts";
import { payload, signatureVectors } from "#tests/fixtures/payloads.ts";

/** Whether one of the secrets signed the body, of which the bytes come in two pieces. */
function isSignedBy(secrets: string[], body: Uint8Array, signature: string): boolean {
  const check = checkSignature([{ secrets }]);
  check.update(body.subarray(0, 3));
  check.update(body.subarray(3));
  return check.signer(signature) !== null;
}

describe("a signature", () => {
  test.each(signatureVectors())(
    "over $file: $expect ($origin)",
    ({ file, secret, signature, expect: verdict }) => {
      const body = file ? payload(file) : Buffer.alloc(0);
      expect(isSignedBy([secret], body, signature)).toBe(verdict.startsWith("accept"));
    },
  );

  test("is accepted from any of a store's secrets, and from no other", () => {
    assert(
      property(string(), string(), uint8Array(), (present, previous, body) => {
        expect(isSignedBy([present, previous], body, sign(previous, body))).toBe(true);
        expect(isSignedBy([present, previous], body, sign(`${present}${previous}!`, body))).toBe(false);
        expect(isSignedBy([], body, sign(present, body))).toBe(false);
      }),
    );
  });

  test("is refused when it is of another length, or not of this alphabet", () => {
    const body = Buffer.from("{}");
    for (const wrong of [
      "",
      "=",
      "ü".repeat(44),
      sign("secret", body).slice(1),
      `${sign("secret", body)}=`,
    ]) {
      expect(isSignedBy(["secret"], body, wrong)).toBe(false);
    }
  });
});
