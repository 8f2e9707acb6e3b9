import { assert, integer, property, string } from "fast-check";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { decryptSecret, encryptSecret } from "#lib/stores/secrets.ts";

const storeId = "0b9f1c52-3f4e-4b1e-9f5a-5d1b1a6f9c10";
const otherStoreId = "0b9f1c52-3f4e-4b1e-9f5a-5d1b1a6f9c11";

beforeAll(() => {
  vi.stubEnv("DATABASE_URL", "postgresql://astra_app@127.0.0.1:5432/postgres");
  vi.stubEnv("SUPABASE_URL", "http://127.0.0.1:54321");
  vi.stubEnv("SUPABASE_PUBLISHABLE_KEY", "publishable");
  vi.stubEnv("SUPABASE_SECRET_KEY", "secret");
  vi.stubEnv("APP_URL", "http://127.0.0.1:3000");
  vi.stubEnv("ASTRA_ENCRYPTION_KEY", Buffer.alloc(32, 7).toString("base64"));
});

describe("an encrypted secret", () => {
  test("is read back by its store", () => {
    assert(
      property(string({ unit: "grapheme" }), (secret) => {
        expect(decryptSecret(encryptSecret(secret, storeId), storeId)).toBe(secret.toWellFormed());
      }),
    );
  });

  test("doesn't show what it is, and looks different each time", () => {
    const [one, other] = [encryptSecret("shpss_secret", storeId), encryptSecret("shpss_secret", storeId)];
    expect(one).not.toContain("shpss");
    expect(one).not.toBe(other);
  });

  test("can't be read by another store", () => {
    expect(() => decryptSecret(encryptSecret("secret", storeId), otherStoreId)).toThrow();
  });

  test("can't be read when any letter of it was changed", () => {
    const encrypted = encryptSecret("a secret of some length", storeId);
    assert(
      property(integer({ min: 0, max: encrypted.length - 1 }), (position) => {
        const letter = encrypted[position] === "A" ? "B" : "A";
        const changed = encrypted.slice(0, position) + letter + encrypted.slice(position + 1);
        const isSame = bytesOf(changed) === bytesOf(encrypted);
        if (!isSame) expect(() => decryptSecret(changed, storeId)).toThrow();
      }),
    );
  });

  test.each(["", "secret", "v1", "v1..", "v2.a.b.c", "v1.a.b.c"])("is not %s", (text) => {
    expect(() => decryptSecret(text, storeId)).toThrow();
  });
});

/** The last letter of base64 carries bits that mean nothing. */
function bytesOf(encrypted: string): string {
  return encrypted
    .split(".")
    .map((part, index) => (index === 0 ? part : Buffer.from(part, "base64url").toString("hex")))
    .join(".");
}
