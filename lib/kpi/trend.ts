import type { linkTo } from "#lib/kpi/links.ts";
import type { Grain, TrendPoint } from "#lib/kpi/model.ts";
import type { Stretch } from "#lib/kpi/range.ts";
import type { StretchSums } from "#lib/kpi/trend-sums.ts";

/** The points of a trend, of what was counted in its stretches. */
export function pointsOf(
  stretches: Stretch[],
  counted: StretchSums[],
  { grain, link }: { grain: Grain; link: ReturnType<typeof linkTo> },
): TrendPoint[] {
  const sums = new Map(counted.map(({ stretch, ...counts }) => [stretch, counts]));
  return stretches.map(({ start, from, to }, index) => {
    const { waiting, paid, shipped, rejected } = sums.get(index) ?? nothing;
    const total = waiting + paid + shipped + rejected;
    return {
      at: start,
      days: { from, to },
      counts: { total, waiting, paid, shipped, rejected },
      href: link(["all"], { from, to }, grain === "hour" ? { hour: start } : {}),
    };
  });
}

const nothing = { waiting: 0, paid: 0, shipped: 0, rejected: 0 };
