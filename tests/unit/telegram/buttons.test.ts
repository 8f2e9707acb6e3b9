import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { isPublicAddress } from "#lib/telegram/bot.ts";
import { callBackTime, readButton, timesKeyboard, writeButton } from "#lib/telegram/buttons.ts";
import { translator } from "#lib/telegram/message-text.ts";

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
  const anyTime = { timezone: zone, workspace: { timezone: "UTC" } };

  test("are an hour from now, this evening and tomorrow morning, by the clock of who chooses", () => {
    expect(callBackTime("inOneHour", morning, anyTime)?.toISOString()).toBe("2026-11-30T09:00:00.000Z");
    expect(callBackTime("thisEvening", morning, anyTime)?.toISOString()).toBe("2026-11-30T16:00:00.000Z");
    expect(callBackTime("thisEvening", night, anyTime)).toBeNull();
    expect(callBackTime("tomorrow", night, anyTime)?.toISOString()).toBe("2026-12-01T08:00:00.000Z");
  });

  test("lie in the working hours of the workspace, and only those are offered", async () => {
    // A Monday; work begins again on Wednesday, by the clock of the workspace.
    const caller = {
      timezone: zone,
      workspace: {
        timezone: "Europe/Berlin",
        workingHours: { 1: { from: "09:00", to: "17:00" }, 3: { from: "11:00", to: "17:00" } },
      },
    };
    const t = await translator("en");
    const offered = (now: Date) =>
      timesKeyboard(randomUUID(), t, { now, caller }).map((row) => row.map(({ text }) => text));
    expect(offered(morning)).toEqual([["In 1 hour"], ["Next working day", "Back"]]);
    expect(offered(night)).toEqual([["Next working day", "Back"]]);
    expect(callBackTime("thisEvening", morning, caller)).toBeNull();
    expect(callBackTime("inOneHour", night, caller)).toBeNull();
    expect(callBackTime("tomorrow", morning, caller)?.toISOString()).toBe("2026-12-02T10:00:00.000Z");
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
