import { describe, expect, test } from "vitest";
import { quietEnd } from "#lib/telegram/quiet.ts";

const night = { quietFrom: 22 * 60, quietUntil: 8 * 60 };
const noon = { quietFrom: 12 * 60, quietUntil: 13 * 60 + 30 };

function end(quiet: typeof night, now: string, timezone = "Europe/Bucharest"): string | null {
  return quietEnd(quiet, timezone, new Date(now))?.toISOString() ?? null;
}

describe("quiet hours", () => {
  test("end on the next day, where they begin in the evening", () => {
    expect(end(night, "2026-11-30T20:00:00Z")).toBe("2026-12-01T06:00:00.000Z");
    expect(end(night, "2026-12-01T05:59:59Z")).toBe("2026-12-01T06:00:00.000Z");
  });

  test("are over from their last minute on, and begin with their first", () => {
    expect(end(night, "2026-12-01T06:00:00Z")).toBeNull();
    expect(end(night, "2026-12-01T19:59:59Z")).toBeNull();
  });

  test("within one day", () => {
    expect(end(noon, "2026-11-30T10:00:00Z")).toBe("2026-11-30T11:30:00.000Z");
    expect(end(noon, "2026-11-30T11:30:00Z")).toBeNull();
    expect(end(noon, "2026-11-30T09:59:00Z")).toBeNull();
  });

  test("nobody asked for", () => {
    expect(quietEnd({ quietFrom: null, quietUntil: null }, "UTC", new Date())).toBeNull();
  });

  test("end by the clock on the wall in a night whose clocks are set forward or back", () => {
    // 29 March 2026: 03:00 is 04:00 in Bucharest. 25 October: 04:00 is 03:00 again.
    expect(end(night, "2026-03-28T22:00:00Z")).toBe("2026-03-29T05:00:00.000Z");
    expect(end(night, "2026-10-24T22:00:00Z")).toBe("2026-10-25T06:00:00.000Z");
  });

  test("that end at a time which the clocks skip, end when they do", () => {
    const early = { quietFrom: 22 * 60, quietUntil: 3 * 60 + 30 };
    expect(end(early, "2026-03-29T00:59:00Z")).toBe("2026-03-29T01:00:00.000Z");
    expect(end(early, "2026-03-29T01:00:00Z")).toBeNull();
  });

  test("that end at a time which comes twice, end at the first, and don't begin again with the hour that is repeated", () => {
    const early = { quietFrom: 22 * 60, quietUntil: 3 * 60 + 30 };
    expect(end(early, "2026-10-25T00:29:00Z")).toBe("2026-10-25T00:30:00.000Z");
    // 03:10 for the second time.
    expect(end(early, "2026-10-25T01:10:00Z")).toBeNull();
  });
});
