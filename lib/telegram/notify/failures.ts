import "server-only";
import { forSystem, type Transaction } from "#lib/base/db/access.ts";
import { Prisma } from "#lib/base/db/generated/client.ts";
import { env } from "#lib/base/env.ts";
import { type FailingStore, failuresMessage } from "#lib/telegram/list-messages.ts";
import { noteAlertsTold } from "#lib/telegram/notify/alert-rows.ts";
import type { Recipient } from "#lib/telegram/notify/recipient.ts";
import { nothingToNote, type Section } from "#lib/telegram/notify/teller.ts";

/**
 * Stores whose deliveries fail, each with whom it concerns: its owner, and the admins. A delivery counts once it has failed three times, since most
 * that fail once heal by themselves, and for a day. Of a store somebody hears once an hour at most, and only when another delivery has failed.
 */
export const failingStores = Prisma.sql`
  select store.id as store_id, store.workspace_id, store.name, listener.user_id, failing.count, failing.latest
  from integrations store
  cross join lateral (
    select count(*)::int as count, max(delivery.received_at) as latest from webhook_deliveries delivery
    where delivery.integration_id = store.id and delivery.status = 'failed' and delivery.attempts >= 3
      and delivery.received_at > now() - interval '1 day'
  ) failing
  join memberships listener on listener.workspace_id = store.workspace_id and listener.is_active
    and (listener.user_id = store.user_id or listener.role = 'admin')
  left join telegram_alerts told on told.workspace_id = store.workspace_id and told.user_id = listener.user_id
    and told.kind = 'failed_deliveries' and told.subject = store.id::text and told.told_at is not null
  where failing.count > 0 and store.removed_at is null
    and (told.id is null or (told.told_at < now() - interval '1 hour' and (told.seen ->> 'until')::timestamptz < failing.latest))`;

/** The stores whose deliveries fail and of which the recipient has not heard; null when there are none. */
export async function failuresTogether(recipient: Recipient): Promise<Section | null> {
  const { workspaceId, userId } = recipient;
  if (userId === null) return null;
  const stores = await forSystem(
    (tx) => tx.$queryRaw<(FailingStore & { latest: Date })[]>`
      select store_id as id, name, count, latest from (${failingStores}) failing
      where workspace_id = ${workspaceId}::uuid and user_id = ${userId}::uuid order by count desc, name`,
  );
  if (stores.length === 0) return null;
  return {
    count: 1,
    text: await failuresMessage(stores, recipient, env().APP_URL),
    noteTold: (tx, messageId) => noteStoresTold(tx, recipient, stores, messageId),
    noteStopped: nothingToNote,
  };
}

async function noteStoresTold(
  tx: Transaction,
  { workspaceId, userId, chatId }: Recipient,
  stores: { id: string; latest: Date }[],
  messageId: number,
): Promise<void> {
  for (const { id, latest } of stores) {
    const seen = JSON.stringify({ until: latest.toISOString() });
    const rows = await tx.$queryRaw<{ id: string }[]>`
      insert into telegram_alerts (workspace_id, user_id, kind, subject, seen)
      values (${workspaceId}::uuid, ${userId}::uuid, 'failed_deliveries', ${id}::text, ${seen}::jsonb)
      on conflict (workspace_id, user_id, kind, subject) do update set seen = excluded.seen returning id`;
    await noteAlertsTold(
      tx,
      rows.map((row) => row.id),
      { chatId, messageId },
    );
  }
}
