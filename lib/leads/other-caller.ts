import "server-only";
import type { Session } from "#lib/base/auth/session.ts";
import { Prisma } from "#lib/base/db/generated/client.ts";

/** The id of who else is calling a lead now, as an expression on the row `lead`; null when nobody is. */
export function otherCaller(session: Session, lead: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`case when ${lead}.called_by <> ${session.userId}::uuid and ${lead}.called_until > now()
    then ${lead}.called_by end`;
}
