/** What figures are counted ahead by: stretches of UTC. */
export type Span = "month" | "day" | "hour" | "quarter";

/** A part of a stretch of time: whole spans of one kind, or what is read from the leads themselves. Half-open. */
export interface Part {
  span: Span | "leads";
  from: Date;
  before: Date;
}

/**
 * The fewest parts that make up a stretch of time exactly: spans of the first kind where they fit, at the edges those of the next kind,
 * and what none fits is left to the leads.
 *
 * @param spans the coarsest first
 */
export function cover(start: Date, end: Date, spans: readonly Span[]): Part[] {
  const [span, ...finer] = spans;
  if (start >= end) return [];
  if (!span) return [{ span: "leads", from: start, before: end }];
  const first = ceiling(start, span);
  const last = floor(end, span);
  if (first >= last) return cover(start, end, finer);
  return [...cover(start, first, finer), { span, from: first, before: last }, ...cover(last, end, finer)];
}

const lengths = { day: 86_400_000, hour: 3_600_000, quarter: 900_000 };

function floor(instant: Date, span: Span): Date {
  if (span === "month") return new Date(Date.UTC(instant.getUTCFullYear(), instant.getUTCMonth(), 1));
  const length = lengths[span];
  return new Date(Math.floor(instant.getTime() / length) * length);
}

function ceiling(instant: Date, span: Span): Date {
  const reached = floor(instant, span);
  if (reached.getTime() === instant.getTime()) return instant;
  return span === "month"
    ? new Date(Date.UTC(instant.getUTCFullYear(), instant.getUTCMonth() + 1, 1))
    : new Date(reached.getTime() + lengths[span]);
}
