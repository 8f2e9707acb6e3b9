import "server-only";
import { allOf } from "#lib/base/db/conditions.ts";
import { Prisma } from "#lib/base/db/generated/client.ts";
import { type ShownStatus, shownStatuses } from "#lib/leads/shown-status.ts";
import {
  confirmedStatuses,
  hereStatuses,
  leftStatuses,
  lostCodStatuses,
  lostLogisticStatuses,
} from "#lib/sales/statuses.ts";

/** That `lead` shows one of the statuses: what `shownStatusOf` says, as SQL. Each compares one column with one word first, which has its index. */
export function isShownAs(statuses: ShownStatus[]): Prisma.Sql {
  return Prisma.sql`(${Prisma.join(statuses.map(isShownAsOne), " or ")})`;
}

const notCalled = Prisma.sql`lead.call_reason is null`;
const notLost = Prisma.sql`lead.logistic_status not in ${listed(lostLogisticStatuses)}`;

function isShownAsOne(status: ShownStatus): Prisma.Sql {
  const key = shownStatuses[status];
  if (key.startsWith("call.")) return Prisma.sql`lead.call_reason = ${status}::text`;
  if (key.startsWith("logistic.")) return allOf([notCalled, ...byParcel(status)]);
  return allOf([notCalled, ...byWord(status)]);
}

/** Shown by how far the parcel is. */
function byParcel(status: ShownStatus): Prisma.Sql[] {
  const isThere = Prisma.sql`lead.logistic_status = ${status}::text`;
  if (status === "packed")
    return [isThere, Prisma.sql`lead.cod_status in ${listed(["confirmed", "not_cod"])}`];
  const stronger = [...lostCodStatuses, ...(leftStatuses.some((one) => one === status) ? ["collected"] : [])];
  return [isThere, Prisma.sql`lead.cod_status not in ${listed(stronger)}`];
}

/** Shown by what the buyer said, or by whether it is paid. */
function byWord(status: ShownStatus): Prisma.Sql[] {
  if (status === "paid" || status === "unpaid") {
    const isPaid =
      status === "paid" ? Prisma.sql`lead.kpi_status = 'paid'` : Prisma.sql`lead.kpi_status <> 'paid'`;
    return [Prisma.sql`lead.cod_status = 'not_cod' and lead.logistic_status = 'pending'`, isPaid];
  }
  const isSaid = Prisma.sql`lead.cod_status = ${status}::text`;
  if (lostCodStatuses.some((one) => one === status)) return [isSaid];
  if (status === "collected") return [isSaid, notLost];
  const where = confirmedStatuses.some((one) => one === status) ? (["pending"] as const) : hereStatuses;
  return [isSaid, Prisma.sql`lead.logistic_status in ${listed(where)}`];
}

/** Words as SQL has them, of ours alone. */
function listed(words: readonly string[]): Prisma.Sql {
  return Prisma.raw(`(${words.map((word) => `'${word}'`).join(", ")})`);
}
