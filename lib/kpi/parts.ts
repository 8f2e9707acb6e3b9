import "server-only";
import { Prisma } from "#lib/base/db/generated/client.ts";
import { cover, type Part, type Span } from "#lib/kpi/cover.ts";
import type { Question } from "#lib/kpi/visible.ts";

/** A part and what it is of: a period, or a stretch of a trend by its number. */
export interface LabelledPart extends Part {
  label: string;
}

/** The parts of both periods. */
export function partsOfPeriods({ current, before, now }: Question, spans: readonly Span[]): LabelledPart[] {
  return Object.entries({ current, before }).flatMap(([label, period]) =>
    period ? cover(period.start, period.end, spans, now).map((part) => ({ ...part, label })) : [],
  );
}

/** Whether a part is counted ahead. */
export function isFolded({ span }: Part): boolean {
  return span !== "leads";
}

/**
 * Parts as rows named `part`. What is joined to them laterally, with `offset 0`, is looked up by each part's times in an index; joined
 * otherwise, the planner, which does not see the times, reads whole tables.
 */
export function selectParts(parts: LabelledPart[]): Prisma.Sql {
  return Prisma.sql`unnest(${parts.map(({ label }) => label)}::text[], ${parts.map(({ span }) => span)}::text[],
    ${parts.map(({ sign }) => sign)}::int[], ${parts.map(({ from }) => from)}::timestamptz[],
    ${parts.map(({ before }) => before)}::timestamptz[]) as part (label, span, sign, starts, ends)`;
}

/** That a row `figure` is of its part. */
export const isOfPart = Prisma.sql`figure.span = part.span and figure.starts_at >= part.starts and figure.starts_at < part.ends`;

/** That a change `figure` is of its part. */
export const changedInPart = Prisma.sql`figure.quarter >= part.starts and figure.quarter < part.ends`;

/** That a row `lead` is of its part. */
export const arrivedInPart = Prisma.sql`lead.arrived_at >= part.starts and lead.arrived_at < part.ends`;
