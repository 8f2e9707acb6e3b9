import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { isPublicAddress } from "#lib/telegram/bot.ts";
import { callBackTime, readButton, writeButton } from "#lib/telegram/buttons.ts";

beforeAll(() => {
  vi.stubEnv("DATABASE_URL", "postgresql://astra_app@127.0.0.1:5432/postgres");
  vi.stubEnv("SUPABASE_URL", "http://127.0.0.1:54321");
  vi.stubEnv("SUPABASE_PUBLISHABLE_KEY", "publishable");
  vi.stubEnv("SUPABASE_SECRET_KEY", "secret");
  vi.stubEnv("APP_URL", "http://127.0.0.1:3000");
  vi.stubEnv("ASTRA_ENCRYPTION_KEY", Buffer.alloc(32, 7).toString("base64"));
});

describe("what a button carries", () => {
  test("is read as it was written, and fits into what Telegram leaves", () => {
    const alertId = randomUUID();
    for (const act of ["confirmed", "no_answer", "rejected", "callBack", "tomorrow"] as const) {
      const data = writeButton({ act, alertId });
      expect(Buffer.byteLength(data)).toBeLessThanOrEqual(64);
      expect(readButton(data)).toEqual({ act, alertId });
    }
  });

  test("counts only as Astra wrote it", () => {
    const data = writeButton({ act: "no_answer", alertId: randomUUID() });
    const forged = [
      `c${data.slice(1)}`,
      `${data.slice(0, 10)}${data[10] === "A" ? "B" : "A"}${data.slice(11)}`,
      data.slice(0, -1),
      `${data}x`,
      data.split(".")[0] ?? "",
      "",
      ".",
      "💡".repeat(16),
    ];
    for (const one of forged) expect(readButton(one)).toBeNull();
  });
});

describe("the times of a call back", () => {
  const morning = new Date("2026-11-30T08:00:00Z");
  const night = new Date("2026-11-30T20:00:00Z");
  const zone = "Europe/Bucharest";

  test("are an hour from now, this evening and tomorrow morning, by the clock of who chooses", () => {
    expect(callBackTime("inOneHour", morning, zone)?.toISOString()).toBe("2026-11-30T09:00:00.000Z");
    expect(callBackTime("thisEvening", morning, zone)?.toISOString()).toBe("2026-11-30T16:00:00.000Z");
    expect(callBackTime("tomorrow", night, zone)?.toISOString()).toBe("2026-12-01T08:00:00.000Z");
    expect(callBackTime("confirmed", night, zone)).toBeNull();
  });
});

describe("addresses that Telegram opens", () => {
  test.each([
    ["https://astra.example.com/leads/1", true],
    ["http://astra.example.com", false],
    ["https://localhost:3000", false],
    ["https://127.0.0.1", false],
    ["https://astra.local", false],
  ])("%s: %s", (address, isPublic) => {
    expect(isPublicAddress(address)).toBe(isPublic);
  });
});
