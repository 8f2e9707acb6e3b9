import "server-only";
import type { Transaction } from "#lib/base/db/access.ts";
import type { SeenCalls } from "#lib/leads/schema.ts";
import type { Recipient } from "#lib/telegram/notify/recipient.ts";

/** What is told of, once for each of whom is told. */
export type AlertKind = "new_lead" | "call_back" | "failed_deliveries" | "summary" | "silence";

/** A row of `telegram_alerts`. */
export interface AlertSubject {
  kind: AlertKind;
  /** A lead, a lead and the time of its call, a store, a day, what the silence is for. */
  subject: string;
  leadId?: string;
  seen?: SeenCalls;
}

/** The row of something that is about to be told, made unless it is there; its id, which buttons carry, stays the same over further tries. */
export async function openAlert(
  tx: Transaction,
  { workspaceId, userId }: Pick<Recipient, "workspaceId" | "userId">,
  { kind, subject, leadId, seen }: AlertSubject,
): Promise<{ id: string; isTold: boolean }> {
  const said = seen ? JSON.stringify(seen) : null;
  const [row] = await tx.$queryRaw<{ id: string; isTold: boolean }[]>`
    insert into telegram_alerts as known (workspace_id, user_id, kind, subject, lead_id, seen)
    values (${workspaceId}::uuid, ${userId}::uuid, ${kind}::text, ${subject}::text, ${leadId ?? null}::uuid, ${said}::jsonb)
    on conflict (workspace_id, user_id, kind, subject) do update
    set seen = case when known.told_at is null then excluded.seen else known.seen end
    returning id, told_at is not null as "isTold"`;
  if (!row) throw new Error("The alert has no row.");
  return row;
}

/** Which of these were told. */
export async function toldSubjects(
  tx: Transaction,
  { workspaceId, userId }: Pick<Recipient, "workspaceId" | "userId">,
  kind: AlertKind,
  subjects: string[],
): Promise<Set<string>> {
  const rows = await tx.telegramAlert.findMany({
    where: { workspaceId, userId, kind, subject: { in: subjects }, toldAt: { not: null } },
    select: { subject: true },
  });
  return new Set(rows.map(({ subject }) => subject));
}

/** Notes that rows were told, by one message. */
export async function noteAlertsTold(
  tx: Transaction,
  ids: string[],
  { chatId, messageId }: { chatId: number; messageId: number },
): Promise<void> {
  await tx.$executeRaw`
    update telegram_alerts set told_at = now(), chat_id = ${chatId}, message_id = ${messageId} where id = any (${ids}::uuid[])`;
}

/** When the messages of the last minute went into a chat, the oldest first; a message that told of several things counts once. */
export async function sentInLastMinute(tx: Transaction, chatId: number): Promise<Date[]> {
  const rows = await tx.$queryRaw<{ at: Date }[]>`
    select max(told_at) as at from telegram_alerts
    where chat_id = ${chatId} and told_at > now() - interval '1 minute'
    group by message_id order by at`;
  return rows.map(({ at }) => at);
}
