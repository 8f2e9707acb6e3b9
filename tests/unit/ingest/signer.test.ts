import * as crypto from "node:crypto";
import { beforeEach, describe, expect, test, vi } from "vitest";

vi.mock("node:crypto", async (original) => {
  const real = await original<typeof import("node:crypto")>();
  return { ...real, createHmac: vi.fn(real.createHmac) };
});

// Another file of this process may have loaded it with the real one.
vi.resetModules();
const { checkSignature, sign } = await import("#lib/ingest/signature.ts");

const createHmac = vi.mocked(crypto.createHmac);
const body = Buffer.from("{}");
const mine = { name: "mine", secrets: ["my secret"] };
const rotated = { name: "rotated", secrets: ["new secret", "old secret"] };
const squatter = { name: "squatter", secrets: ["a guess"] };

function signerOf<Store extends { secrets: string[] }>(stores: Store[], signature: string): Store | null {
  const check = checkSignature(stores);
  check.update(body);
  return check.signer(signature)?.sender ?? null;
}

describe("the store that a delivery belongs to", () => {
  test("is the one whose secret signs it, whoever else took its address", () => {
    expect(signerOf([squatter, mine], sign("my secret", body))).toBe(mine);
    expect(signerOf([squatter, rotated], sign("old secret", body))).toBe(rotated);
    expect(signerOf([squatter, mine], sign("another", body))).toBeNull();
  });

  test("is the likeliest of those that share a secret", () => {
    const twin = { name: "twin", secrets: mine.secrets };
    expect(signerOf([mine, twin], sign("my secret", body))).toBe(mine);
  });
});

describe("the work that it takes", () => {
  beforeEach(() => {
    createHmac.mockClear();
  });

  function workFor(stores: { secrets: string[] }[], signature: string): number {
    createHmac.mockClear();
    signerOf(stores, signature);
    return createHmac.mock.calls.length;
  }

  test("is the same for no store, for a wrong signature and for a right one", () => {
    const right = sign("my secret", body);
    const wrong = sign("another", body);
    expect(workFor([], wrong)).toBe(2);
    expect(workFor([mine], wrong)).toBe(2);
    expect(workFor([mine], right)).toBe(2);
    expect(workFor([rotated], wrong)).toBe(2);
    expect(workFor([squatter, mine], right)).toBe(2);
  });
});
