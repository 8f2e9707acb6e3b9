import { expect, test } from "vitest";
import { isTimezone, presentTimezone, timezones } from "#lib/base/time/zones.ts";

test("every time zone is there once, by the name that it has today, and this runtime can tell its time", () => {
  const names = timezones();
  expect(names[0]).toBe("UTC");
  expect(new Set(names).size).toBe(names.length);
  expect(names.filter((name) => !isTimezone(name))).toEqual([]);
  expect(names).toEqual(
    expect.arrayContaining(["Europe/Kyiv", "Asia/Kolkata", "America/Argentina/Buenos_Aires"]),
  );
  expect(names.filter((name) => presentTimezone(name) !== name)).toEqual([]);
});

test.each(["Europe/Kiev", "Asia/Calcutta", "Europe/Bucharest"])("a device may say %s", (name) => {
  expect(timezones()).toContain(presentTimezone(name));
});

test.each(["", "Europe/Atlantis", "Mars/Olympus", "<b>", "+02:00"])("%j is no time zone", (name) => {
  expect(isTimezone(name)).toBe(false);
});
