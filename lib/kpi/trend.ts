import type { linkTo } from "#lib/kpi/links.ts";
import { type CountName, countNames, type Grain, type TrendPoint } from "#lib/kpi/model.ts";
import type { Stretch } from "#lib/kpi/range.ts";
import { stepsOfCount } from "#lib/kpi/sums.ts";

/** The points of a trend, of how many leads of each step arrived in each stretch. */
export function pointsOf(
  stretches: Stretch[],
  counted: { stretch: number; step: string; leads: number }[],
  { grain, link }: { grain: Grain; link: ReturnType<typeof linkTo> },
): TrendPoint[] {
  const points = stretches.map(({ start, from, to }) => ({
    at: start,
    days: { from, to },
    counts: { total: 0, waiting: 0, paid: 0, shipped: 0, rejected: 0 } satisfies Record<CountName, number>,
    href: link("all", { from, to }, grain === "hour" ? { hour: start } : {}),
  }));
  for (const { stretch, step, leads } of counted) {
    const point = points[stretch];
    if (!point) continue;
    for (const name of countNames) {
      if ((stepsOfCount[name] as string[]).includes(step)) point.counts[name] += leads;
    }
  }
  return points;
}
