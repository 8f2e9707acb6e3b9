import { Prisma } from "#lib/base/db/generated/client.ts";
import type { Cursor, KeyType } from "#lib/base/list/cursor.ts";
import type { Ordering } from "#lib/base/list/order.ts";
import type { LeadListParams } from "#lib/leads/list.ts";

/** A part of the list with an order of its own; the list is its parts, one after the other. */
export interface Segment {
  /** Which leads of the list are in this part. */
  condition: Prisma.Sql;
  column: "arrived_at" | "created_at" | "call_back_at" | "value_thousandths";
  isAscending: boolean;
  /** Whether a lead that has the column's value is in this part; left out, each is that is in none before. */
  isIn?: (lead: { kpiStatus: string }) => boolean;
}

const newest: Segment = { condition: Prisma.sql`true`, column: "arrived_at", isAscending: false };

/** Late news as they came, whenever they were ordered. */
const lastHeardOf: Segment = { ...newest, column: "created_at" };

/** Who was promised a call comes first, the longest overdue before the others; then who waits longest since the order. */
const dueFirst: Segment[] = [
  { condition: Prisma.sql`lead.call_back_at is not null`, column: "call_back_at", isAscending: true },
  { ...newest, condition: Prisma.sql`lead.call_back_at is null`, isAscending: true },
];

const byValue = { column: "value_thousandths", isAscending: false } as const;

/** What is still to be won comes before what was won or lost, whose value moves nobody. The conditions are those of the partial indexes. */
const valuableFirst: Segment[] = [
  {
    ...byValue,
    condition: Prisma.sql`lead.value_thousandths is not null and lead.kpi_status in ('waiting', 'shipped')`,
    isIn: ({ kpiStatus }) => kpiStatus === "waiting" || kpiStatus === "shipped",
  },
  {
    ...byValue,
    condition: Prisma.sql`lead.value_thousandths is not null and lead.kpi_status in ('paid', 'rejected')`,
  },
  { ...newest, condition: Prisma.sql`lead.value_thousandths is null` },
];

/** The parts of a list, in order. */
export function segmentsOf({
  sort,
  view,
  late,
}: Pick<LeadListParams, "sort" | "view"> & { late?: boolean }): Segment[] {
  if (sort === "oldest") return [{ ...newest, isAscending: true }];
  if (sort === "value") return valuableFirst;
  if (late) return [lastHeardOf];
  return sort === "due" && view === "to_call" ? dueFirst : [newest];
}

/** The same order in one, for the first few of a list that is not paged, of leads that wait: none of them was won or lost. */
export function inOrderOf(segments: Segment[]): Prisma.Sql {
  const [first = newest] = segments;
  const second = segments.length > 1 ? segments.at(-1) : undefined;
  const way = first.isAscending ? Prisma.sql`asc` : Prisma.sql`desc`;
  const column = Prisma.sql`lead.${Prisma.raw(first.column)}`;
  if (!second) return Prisma.sql`order by ${column} ${way}, lead.id ${way}`;
  const other = Prisma.sql`case when ${column} is null then lead.${Prisma.raw(second.column)} end`;
  return Prisma.sql`order by ${column} ${way} nulls last, (${other}) ${way} nulls last, lead.id ${way}`;
}

/** Where a lead stands in a list, whether it is still in it or not. */
export function placeOfLead(
  lead: {
    id: string;
    arrivedAt: Date;
    createdAt: Date;
    callBackAt: Date | null;
    value: Prisma.Decimal | null;
    kpiStatus: string;
  },
  segments: Segment[],
): Cursor {
  const keys = {
    arrived_at: String(lead.arrivedAt.getTime()),
    created_at: String(lead.createdAt.getTime()),
    call_back_at: lead.callBackAt && String(lead.callBackAt.getTime()),
    value_thousandths: lead.value?.times(1_000).toFixed() ?? null,
  };
  const part = segments.findIndex(({ column, isIn }) => keys[column] !== null && (!isIn || isIn(lead)));
  const column = segments[part]?.column ?? "arrived_at";
  return { part, key: keys[column] ?? keys.arrived_at, id: lead.id };
}

/** What the parts are ordered by, for their cursors. */
export function keyTypes(segments: Segment[]): KeyType[] {
  return segments.map((segment) => orderingOf(segment).type);
}

/** The order of a part. */
export function orderingOf({ column, isAscending }: Segment): Ordering {
  return {
    column: Prisma.sql`lead.${Prisma.raw(column)}`,
    type: column === "value_thousandths" ? "number" : "time",
    id: Prisma.sql`lead.id`,
    isAscending,
  };
}

/** The column's value as a cursor writes it. */
export function keyOf({ column }: Segment): Prisma.Sql {
  return column === "value_thousandths"
    ? Prisma.sql`lead.value_thousandths::text`
    : Prisma.sql`(extract(epoch from lead.${Prisma.raw(column)}) * 1000)::bigint::text`;
}
