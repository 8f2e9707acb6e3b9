import fc from "fast-check";
import { expect, test } from "vitest";
import { isoWriter } from "#lib/base/time/iso.ts";

test.each([
  ["Europe/Bucharest", "2026-11-21T17:00:05+02:00"],
  ["UTC", "2026-11-21T15:00:05+00:00"],
  ["America/St_Johns", "2026-11-21T11:30:05-03:30"],
  ["Asia/Kathmandu", "2026-11-21T20:45:05+05:45"],
])("an instant in %s", (timezone, text) => {
  expect(isoWriter(timezone)(new Date("2026-11-21T15:00:05Z"))).toBe(text);
});

test("midnight is hour 0", () => {
  expect(isoWriter("Europe/Bucharest")(new Date("2026-07-01T21:00:00Z"))).toBe("2026-07-02T00:00:00+03:00");
});

test("what is written is the same instant, to the second", () => {
  const instants = fc.date({ min: new Date("1990-01-01"), max: new Date("2100-01-01"), noInvalidDate: true });
  const zones = fc.constantFrom("Europe/Bucharest", "America/New_York", "Asia/Kathmandu", "Pacific/Auckland");
  fc.assert(
    fc.property(instants, zones, (instant, zone) => {
      const seconds = Math.floor(instant.getTime() / 1000);
      expect(Date.parse(isoWriter(zone)(instant))).toBe(seconds * 1000);
    }),
  );
});
