import fc from "fast-check";
import { expect, test } from "vitest";
import { cover, type Part, type Span } from "#lib/kpi/cover.ts";

const at = (text: string) => new Date(`${text}Z`);
const written = ({ span, from, before, sign }: Part) =>
  `${sign === 1 ? "+" : "-"} ${span} ${from.toISOString().slice(0, 16)} ${before.toISOString().slice(0, 16)}`;

test("a year of a time zone is whole months and the few hours by which its days differ", () => {
  const parts = cover(at("2025-10-31T22:00"), at("2026-10-31T22:00"), ["month", "day"]);
  expect(parts.map(written)).toEqual([
    "+ leads 2025-10-31T22:00 2025-11-01T00:00",
    "+ month 2025-11-01T00:00 2026-11-01T00:00",
    "- leads 2026-10-31T22:00 2026-11-01T00:00",
  ]);
});

test("a month that has begun is taken whole, since nothing has arrived in the rest of it", () => {
  const range = [at("2026-10-31T22:00"), at("2026-11-06T22:00"), ["month", "day"]] as const;
  expect(cover(...range, at("2026-11-06T13:00")).map(written)).toEqual([
    "+ leads 2026-10-31T22:00 2026-11-01T00:00",
    "+ month 2026-11-01T00:00 2026-12-01T00:00",
    "- leads 2026-11-06T22:00 2026-11-07T00:00",
    "- day 2026-11-07T00:00 2026-12-01T00:00",
  ]);
});

test("the parts of any stretch of time add up to it, in every instant, and each is whole spans of its kind", () => {
  const instant = fc
    .integer({ min: 0, max: 120 * 96 })
    .map((quarters) => new Date(Date.UTC(2025, 0, 20) + quarters * 900_000));
  const spans = fc.constantFrom<Span[]>(
    [],
    ["month"],
    ["month", "day"],
    ["day", "hour"],
    ["day", "hour", "quarter"],
  );
  fc.assert(
    fc.property(instant, instant, instant, instant, spans, (start, end, now, probe, by) => {
      const parts = cover(start, end, by, now);
      const times = parts
        .filter(({ from, before }) => from <= probe && probe < before)
        .reduce((sum, { sign }) => sum + sign, 0);
      expect(times).toBe(start <= probe && probe < end ? 1 : 0);
      for (const { span, from, before } of parts) {
        expect(before > from).toBe(true);
        const ends = [from, before].map((at) => at.toISOString());
        if (span === "month")
          expect(ends.map((at) => at.slice(8))).toEqual(Array(2).fill("01T00:00:00.000Z"));
        if (span === "day") expect(ends.map((at) => at.slice(10))).toEqual(Array(2).fill("T00:00:00.000Z"));
      }
    }),
    { numRuns: 2_000 },
  );
});
