import { beforeAll, expect, test, vi } from "vitest";
import { chatCode, isChatCode } from "#lib/telegram/chat-code.ts";

const claim = { userId: "0b9f1c52-3f4e-4b1e-9f5a-5d1b1a6f9c10", chatId: "700100200" };
const now = Date.UTC(2026, 10, 30, 12);
const minutes = 60_000;

beforeAll(() => {
  vi.stubEnv("DATABASE_URL", "postgresql://astra_app@127.0.0.1:5432/postgres");
  vi.stubEnv("SUPABASE_URL", "http://127.0.0.1:54321");
  vi.stubEnv("SUPABASE_PUBLISHABLE_KEY", "publishable");
  vi.stubEnv("SUPABASE_SECRET_KEY", "secret");
  vi.stubEnv("APP_URL", "http://127.0.0.1:3000");
  vi.stubEnv("ASTRA_ENCRYPTION_KEY", Buffer.alloc(32, 7).toString("base64"));
});

test("a code has eight digits, and is good for ten minutes at least and twenty at most, with or without a blank", () => {
  const code = chatCode(claim, now);
  expect(code).toMatch(/^\d{8}$/);
  for (const later of [0, 10 * minutes - 1]) expect(isChatCode(claim, code, now + later)).toBe(true);
  expect(isChatCode(claim, `${code.slice(0, 4)} ${code.slice(4)}`, now)).toBe(true);
  expect(isChatCode(claim, code, now + 20 * minutes)).toBe(false);
});

test("a code is of one person and one chat", () => {
  const code = chatCode(claim, now);
  expect(isChatCode({ ...claim, chatId: "700100201" }, code, now)).toBe(false);
  expect(isChatCode({ ...claim, userId: claim.userId.replace("0b", "0c") }, code, now)).toBe(false);
  for (const wrong of ["", "00000000", `${code}0`])
    expect(isChatCode(claim, wrong, now)).toBe(wrong === code);
});
