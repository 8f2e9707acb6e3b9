import type { Rate, TrendPoint } from "#lib/kpi/model.ts";

/** Whether more than half of what arrived then may still become anything. */
function isUndecided({ counts }: TrendPoint): boolean {
  return counts.total > 0 && counts.waiting + counts.shipped > counts.total / 2;
}

/** From which point of a trend on all may still change much; null when its end is settled. */
export function undecidedFrom(points: TrendPoint[]): number | null {
  const settled = points.findLastIndex((point) => point.counts.total > 0 && !isUndecided(point));
  const from = points.findIndex((point, index) => index > settled && isUndecided(point));
  return from === -1 ? null : from;
}

/** How much of a rate is still open, and between which shares it can end: when all that is open goes the other way, and when none does. */
export interface Maturity {
  open: number;
  low: number;
  high: number;
}

/** Null when there is nothing at all. */
export function maturityOf({ part, rest, open }: Rate): Maturity | null {
  const all = part.value + rest.value + open.value;
  if (all === 0) return null;
  return { open: open.value / all, low: part.value / all, high: (part.value + open.value) / all };
}
