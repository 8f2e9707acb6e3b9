import { describe, expect, test } from "vitest";
import { codeSchema, recoveryCodeSchema } from "#lib/base/auth/second-factor/schema.ts";

const taken = (schema: typeof codeSchema | typeof recoveryCodeSchema, code: string) =>
  schema.safeParse({ code }).data?.code ?? null;

describe("a code of an app", () => {
  test.for(["123456", " 123 456 ", "123-456"])("is taken however it is set apart: %j", (code) => {
    expect(taken(codeSchema, code)).toBe("123456");
  });

  test.for(["", "12345", "1234567", "12345a", "１２３４５６", "1".repeat(200)])(
    "is six digits: not %j",
    (code) => {
      expect(taken(codeSchema, code)).toBeNull();
    },
  );
});

describe("a recovery code", () => {
  test.for(["abcd-efgh-jkmn", "ABCDEFGHJKMN", " abcd efgh jkmn\n"])(
    "is taken as people copy it: %j",
    (code) => {
      expect(taken(recoveryCodeSchema, code)).toBe("abcdefghjkmn");
    },
  );

  test("is read with the signs that are taken for others", () => {
    expect(taken(recoveryCodeSchema, "OIl0-oo11-LLii")).toBe("011000111111");
  });

  test.for(["", "abcd-efgh-jkm", "abcd-efgh-jkmnp", "abcd-efgh-jkmu", "a".repeat(500)])(
    "is none of %j",
    (code) => {
      expect(taken(recoveryCodeSchema, code)).toBeNull();
    },
  );
});
