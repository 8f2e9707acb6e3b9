import { describe, expect, test } from "vitest";
import { type HourOfOrders, isSilent, usualOrders } from "#lib/stores/rhythm.ts";

/** A Thursday, as 1970 began; the shop's last delivery comes on this day. */
const today = 7 * 2_900;
const midnight = today * 24;

/** How many orders come in an hour of a day, on average. */
type Rate = (day: number, hour: number) => number;

const evenly =
  (perDay: number): Rate =>
  () =>
    perDay / 24;
const byDay =
  (perDay: number): Rate =>
  (_day, hour) =>
    hour >= 9 && hour < 21 ? perDay / 12 : 0;
const inTheWeek =
  (perDay: number): Rate =>
  (day, hour) =>
    [2, 3].includes(day % 7) ? 0 : byDay(perDay)(day, hour);

/** Numbers between 0 and 1 that are the same for a seed. */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state / 2 ** 32;
  };
}

function poisson(mean: number, random: () => number): number {
  let count = 0;
  for (let product = random(); product > Math.exp(-mean); product *= random()) count += 1;
  return count;
}

/** What came in the 28 days before today. */
function fourWeeks(rate: Rate, seed = 1): HourOfOrders[] {
  const random = randomOf(seed);
  return Array.from({ length: 28 * 24 }, (_, index) => {
    const [day, hour] = [today - 28 + Math.floor(index / 24), index % 24];
    return { day, hour, orders: poisson(rate(day, hour), random) };
  }).filter(({ orders }) => orders > 0);
}

/** After how many hours of nothing the shop is called silent; null within sixty days. */
function hoursUntilSilent(before: HourOfOrders[], since = midnight): number | null {
  for (let hours = 1; hours <= 60 * 24; hours += 1)
    if (isSilent({ since, now: since + hours, before })) return hours;
  return null;
}

describe("a shop that stops", () => {
  test.each([1, 2, 3, 4])("with 200 orders a day at midnight is silent by midday (%i)", (seed) => {
    for (const rate of [evenly(200), byDay(200)])
      expect(hoursUntilSilent(fourWeeks(rate, seed))).toBeLessThanOrEqual(12);
  });

  test.each([1, 2, 3, 4])("with ten orders a day is silent within three days (%i)", (seed) => {
    expect(hoursUntilSilent(fourWeeks(byDay(10), seed))).toBeLessThanOrEqual(72);
  });

  test.each([1, 2, 3, 4])(
    "with two orders a week is not silent for three weeks, and is after seven (%i)",
    (seed) => {
      const hours = hoursUntilSilent(fourWeeks(evenly(2 / 7), seed));
      expect(hours ?? Number.POSITIVE_INFINITY).toBeGreaterThan(21 * 24);
      expect(
        isSilent({ since: midnight, now: midnight + 75 * 24, before: fourWeeks(evenly(2 / 7), seed) }),
      ).toBe(true);
    },
  );
});

describe("a shop that is well", () => {
  test("is not called silent for its night, nor for a closed weekend", () => {
    // From Friday evening to Monday morning; 1970 began on a Thursday.
    const friday = (today + 1) * 24 + 21;
    const before = fourWeeks(inTheWeek(100));
    expect(isSilent({ since: friday, now: friday + 12, before })).toBe(false);
    expect(isSilent({ since: friday, now: friday + 60, before })).toBe(false);
    expect(isSilent({ since: friday, now: friday + 66, before })).toBe(true);
  });

  test("is not called silent after a campaign, which was not its usual week", () => {
    const campaign = fourWeeks((day, hour) =>
      day >= today - 7 ? byDay(500)(day, hour) : byDay(2)(day, hour),
    );
    expect(isSilent({ since: midnight, now: midnight + 48, before: campaign })).toBe(false);
  });

  test.each([0.3, 1, 3, 10, 40, 200])("hardly ever is by chance, at %d orders a day", (perDay) => {
    let cries = 0;
    for (let seed = 1; seed <= 200; seed += 1) {
      const before = fourWeeks(byDay(perDay), seed);
      // How long it takes to the next order, by the same chance.
      const random = randomOf(seed * 7_919);
      let hours = 0;
      while (hours < 59 * 24 && poisson(byDay(perDay)(today, hours % 24), random) === 0) hours += 1;
      if (isSilent({ since: midnight, now: midnight + hours, before })) cries += 1;
    }
    expect(cries).toBeLessThanOrEqual(1);
  });
});

describe("what usually comes", () => {
  const before = [1, 2, 3, 4].map((week) => ({ day: today - 7 * week, hour: 10, orders: week }));

  test("is what came in the two quieter of the last four such days", () => {
    expect(usualOrders({ since: midnight + 10, now: midnight + 11, before })).toBe(1.5);
    expect(usualOrders({ since: midnight + 10.5, now: midnight + 10.75, before })).toBeCloseTo(0.375);
    expect(usualOrders({ since: midnight + 11, now: midnight + 24 + 10, before })).toBe(0);
  });

  test("comes again each week", () => {
    expect(usualOrders({ since: midnight, now: midnight + 3 * 7 * 24, before })).toBe(4.5);
  });

  test("is nothing of a shop that is new, which is not called silent", () => {
    expect(isSilent({ since: midnight, now: midnight + 60 * 24, before: [] })).toBe(false);
    const new5days = fourWeeks((day, hour) => (day >= today - 5 ? byDay(50)(day, hour) : 0));
    expect(isSilent({ since: midnight, now: midnight + 3 * 24, before: new5days })).toBe(false);
  });
});
