/** What figures are counted ahead by: stretches of UTC. */
export type Span = "month" | "day" | "hour" | "quarter";

/** A part of a stretch of time: whole spans of one kind, or what is read from the leads themselves. Half-open. */
export interface Part {
  span: Span | "leads";
  from: Date;
  before: Date;
  /** -1: what a wider part has too much. */
  sign: 1 | -1;
}

/**
 * Few parts that make up a stretch of time exactly: spans of the first kind where they fit; at an edge either those of the next kind, or a
 * whole span without what it has too much, whichever is shorter; and what none fits is left to the leads.
 *
 * @param spans the coarsest first
 * @param now after which hardly anything has arrived, so that taking it away costs nothing
 */
export function cover(start: Date, end: Date, spans: readonly Span[], now = end): Part[] {
  return signed(start, end, { spans, now, sign: 1 });
}

interface Covering {
  spans: readonly Span[];
  now: Date;
  sign: Part["sign"];
}

function signed(start: Date, end: Date, { spans, now, sign }: Covering): Part[] {
  const [span, ...finer] = spans;
  if (start >= end) return [];
  if (!span) return [{ span: "leads", from: start, before: end, sign }];
  const first = ceiling(start, span);
  const last = floor(end, span);
  const within = { spans: finer, now, sign };
  if (first > last) return signed(start, end, within);
  const without = { ...within, sign: sign === 1 ? -1 : 1 } as const;
  const [begin, over] = [floor(start, span), ceiling(end, span)];
  const from = lengthOf(begin, start) < lengthOf(start, first) ? begin : first;
  const before =
    lengthOf(end, new Date(Math.min(over.getTime(), now.getTime()))) < lengthOf(last, end) ? over : last;
  return [
    ...(from < start ? signed(from, start, without) : signed(start, from, within)),
    ...(from < before ? [{ span, from, before, sign }] : []),
    ...(before > end ? signed(end, before, without) : signed(before, end, within)),
  ];
}

function lengthOf(start: Date, end: Date): number {
  return end.getTime() - start.getTime();
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
