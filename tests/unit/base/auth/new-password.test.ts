import { describe, expect, test } from "vitest";
import { newPasswordSchema } from "#lib/base/auth/schema.ts";

function faultOf(password: string): string | undefined {
  return newPasswordSchema.safeParse({ password }).error?.issues[0]?.message;
}

describe("a new password", () => {
  test("has at least ten characters", () => {
    expect(faultOf("x".repeat(9))).toBe("passwordTooShort");
    expect(faultOf("x".repeat(10))).toBeUndefined();
  });

  test.each([
    ["x", 72],
    ["ț", 36],
    ["密", 24],
    ["🔑", 18],
  ])("has at most 72 bytes, of which %s has some: %i fit", (character, most) => {
    expect(faultOf(character.repeat(most))).toBeUndefined();
    expect(faultOf(character.repeat(most + 1))).toBe("passwordTooLong");
  });
});
