import "server-only";
import { Prisma } from "#lib/base/db/generated/client.ts";

/**
 * That a column holds one of the values; none for no value. One value alone keeps the order of an index that begins with the column; any
 * of several does not.
 */
export function oneOf(column: Prisma.Sql, values: string[], type: "text" | "uuid"): Prisma.Sql[] {
  const [first, ...others] = values;
  if (first === undefined) return [];
  const sqlType = Prisma.raw(type);
  return [
    others.length === 0
      ? Prisma.sql`${column} = ${first}::${sqlType}`
      : Prisma.sql`${column} = any (${values}::${sqlType}[])`,
  ];
}

/** That a time lies in a half-open range, such as `dayRange` makes of days; nothing for an end that is open. */
export function within(
  column: Prisma.Sql,
  { from, before }: Record<"from" | "before", Date | null>,
): Prisma.Sql[] {
  return [
    ...(from ? [Prisma.sql`${column} >= ${from}::timestamptz`] : []),
    ...(before ? [Prisma.sql`${column} < ${before}::timestamptz`] : []),
  ];
}

/** That all of the conditions hold; none is always true. */
export function allOf(conditions: Prisma.Sql[]): Prisma.Sql {
  return Prisma.join([Prisma.sql`true`, ...conditions], " and ");
}
