import { z } from "zod";
import { Prisma } from "#lib/base/db/generated/client.ts";
import type { LeadListParams } from "#lib/leads/list.ts";

/** A part of the list with an order of its own; the list is its parts, one after the other. */
export interface Segment {
  /** Which leads of the list are in this part. */
  condition: Prisma.Sql;
  column: "arrived_at" | "call_back_at" | "value_thousandths";
  isAscending: boolean;
}

const newest: Segment = { condition: Prisma.sql`true`, column: "arrived_at", isAscending: false };

/** Call-backs that are due come before what has never been put off. */
const dueFirst: Segment[] = [
  { condition: Prisma.sql`lead.call_back_at is not null`, column: "call_back_at", isAscending: true },
  { ...newest, condition: Prisma.sql`lead.call_back_at is null` },
];

/** The parts of a list, in order. */
export function segmentsOf({ sort, view }: Pick<LeadListParams, "sort" | "view">): Segment[] {
  if (sort === "oldest") return [{ ...newest, isAscending: true }];
  if (sort === "value") {
    return [
      {
        condition: Prisma.sql`lead.value_thousandths is not null`,
        column: "value_thousandths",
        isAscending: false,
      },
      { ...newest, condition: Prisma.sql`lead.value_thousandths is null` },
    ];
  }
  return view === "to_call" ? dueFirst : [newest];
}

/** A place in a list: the part, and within it the value of its column, as text, and the lead's id. */
export interface Place {
  segment: number;
  key: string;
  id: string;
}

/** Where a lead stands in a list, whether it is still in it or not. */
export function placeOf(
  lead: { id: string; arrivedAt: Date; callBackAt: Date | null; value: Prisma.Decimal | null },
  segments: Segment[],
): Place {
  const keys = {
    arrived_at: String(lead.arrivedAt.getTime()),
    call_back_at: lead.callBackAt && String(lead.callBackAt.getTime()),
    value_thousandths: lead.value?.times(1_000).toFixed() ?? null,
  };
  const segment = segments.findIndex(({ column }) => keys[column] !== null);
  const column = segments[segment]?.column ?? "arrived_at";
  return { segment, key: keys[column] ?? keys.arrived_at, id: lead.id };
}

/** A lead's place as it stands in a URL. */
export function encodePlace({ segment, key, id }: Place): string {
  return `${segment}_${key}_${id}`;
}

const placePattern = /^([01])_([^_]+)_([^_]+)$/;

/** Reads a place of a list from a URL; null when it is none. */
export function decodePlace(text: string, segments: Segment[]): Place | null {
  const [, segment = "", key, id] = placePattern.exec(text) ?? [];
  const column = segments[Number(segment)]?.column;
  if (!column) return null;
  const place = z
    .object({ key: column === "value_thousandths" ? valueKey : timeKey, id: z.uuid() })
    .safeParse({ key, id });
  return place.success ? { segment: Number(segment), ...place.data } : null;
}

/** Thousandths of a numeric(14, 3). */
const valueKey = z.string().regex(/^-?\d{1,14}$/);

/** Milliseconds since 1970, within what a Date can hold and Postgres can read. */
const timeKey = z
  .string()
  .regex(/^\d{1,15}$/)
  .refine((text) => Number(text) <= 8.64e15 / 36);

/** The column's value as a place writes it. */
export function keyOf({ column }: Segment): Prisma.Sql {
  return column === "value_thousandths"
    ? Prisma.sql`lead.value_thousandths::text`
    : Prisma.sql`(extract(epoch from lead.${Prisma.raw(column)}) * 1000)::bigint::text`;
}

/** How the part is sorted when it is read forwards or backwards. */
export function sortOf({ column, isAscending }: Segment, isBackwards: boolean): Prisma.Sql {
  const direction = isAscending === isBackwards ? Prisma.sql`desc` : Prisma.sql`asc`;
  return Prisma.sql`lead.${Prisma.raw(column)} ${direction}, lead.id ${direction}`;
}

/** What of the part lies behind a place, or before it. */
export function beyond(
  { column, isAscending }: Segment,
  { key, id }: Place,
  isBackwards: boolean,
): Prisma.Sql {
  const comparison = isAscending === isBackwards ? Prisma.sql`<` : Prisma.sql`>`;
  const value =
    column === "value_thousandths"
      ? Prisma.sql`${key}::bigint`
      : Prisma.sql`${new Date(Number(key))}::timestamptz`;
  return Prisma.sql`(lead.${Prisma.raw(column)}, lead.id) ${comparison} (${value}, ${id}::uuid)`;
}
