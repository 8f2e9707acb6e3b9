import "server-only";
import type { Session } from "#lib/auth/session.ts";
import type { Transaction } from "#lib/db/access.ts";
import { Prisma } from "#lib/db/generated/client.ts";

/** The id of who else is calling a lead now, as an expression on the row `lead`; null when nobody is. */
export function otherCaller(session: Session, lead: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`case when ${lead}.called_by <> ${session.userId}::uuid and ${lead}.called_until > now()
    then ${lead}.called_by end`;
}

/** The names of those who are calling leads, by their ids. Of most pages nobody is: these do without asking. */
export async function callerNames(
  tx: Transaction,
  leads: { callerId: string | null }[],
): Promise<Map<string, string>> {
  const ids = leads.flatMap(({ callerId }) => callerId ?? []);
  if (ids.length === 0) return new Map();
  const people = await tx.$queryRaw<{ id: string; name: string }[]>`
    select id, name from astra.colleagues() where id = any (${ids}::uuid[])`;
  return new Map(people.map(({ id, name }) => [id, name]));
}
