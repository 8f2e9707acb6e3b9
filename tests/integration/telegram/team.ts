import { randomUUID } from "node:crypto";
import { forSystem } from "#lib/base/db/access.ts";
import { notify } from "#lib/telegram/notify/notify.ts";
import type { NotifyTask } from "#lib/telegram/notify/teller.ts";
import { newChatId, type TestTelegram } from "#tests/integration/telegram/chat.ts";
import { asOwner } from "#tests/support/database.ts";
import { createWorkspace, type Workspace } from "#tests/support/people.ts";
import { createPurchase, type Member, signIn } from "#tests/support/purchases.ts";
import { createStore, type Store } from "#tests/support/stores.ts";

/** A workspace whose seller has a store and a chat. */
export interface Team {
  workspace: Workspace;
  admin: Member;
  seller: Member;
  store: Store;
  /** The seller's private chat. */
  chatId: number;
}

export async function createTeam(): Promise<Team> {
  const workspace = await createWorkspace();
  const admin = await signIn(workspace, "admin", "Ada Admin");
  const seller = await signIn(workspace, "seller", "Sam Seller");
  const store = await createStore(workspace, seller);
  const chatId = newChatId();
  await linkPrivately(seller, chatId);
  await asOwner("update users set timezone = 'Europe/Bucharest', locale = 'en' where id = any ($1)", [
    [admin.userId, seller.userId],
  ]);
  return { workspace, admin, seller, store, chatId };
}

/** Links a private chat as a link would. */
export async function linkPrivately({ userId }: { userId: string }, chatId: number): Promise<void> {
  await asOwner(
    `insert into user_settings (user_id, telegram_chat_id) values ($1, $2)
     on conflict (user_id) do update set telegram_chat_id = excluded.telegram_chat_id`,
    [userId, chatId],
  );
}

/** A lead of the team's store that waits for a call, worth 20 euros; its order and its alert's job besides. */
export async function createLead(
  { workspace, seller, store }: Team,
  changes: { value?: string; currency?: string; storeId?: string } = {},
): Promise<string> {
  const { value = "20.000", currency = "EUR", storeId = store.id } = changes;
  const { leadId } = await createPurchase(workspace, {
    storeId,
    owner: seller,
    customerId: null,
    name: "Ana Pop",
    number: `#${randomUUID().slice(0, 4)}`,
    orderedAt: new Date().toISOString(),
    total: value,
    currency,
  });
  await asOwner("update crm_leads set value = $2 where id = $1", [leadId, value]);
  await forSystem((tx) => tx.$executeRaw`select astra.queue_new_lead_alert(${leadId}::uuid)`);
  return leadId;
}

/** Runs the job of a lead's alert, without its pause. */
export function tell(subject: string, task: NotifyTask = "notify-new-lead", isHeld = false) {
  return notify({ task, subject }, isHeld);
}

/** Tells the seller of a new lead; answers the message and its id. */
export async function tellLead(telegram: TestTelegram, team: Team, leadId: string, chatId = team.chatId) {
  await tell(leadId, chatId === team.chatId ? "notify-new-lead" : "notify-group");
  const message = telegram.lastTo(chatId);
  return { message, messageId: telegram.standIn().messages.indexOf(message) + 1 };
}

/** How a lead's calls stand, and who said so last by which way. */
export async function standingOf(leadId: string) {
  const [lead] = await asOwner<{ cod: string; attempts: number; callBackAt: Date | null }>(
    'select cod_status as cod, call_attempts as attempts, call_back_at as "callBackAt" from crm_leads where id = $1',
    [leadId],
  );
  const changes = await asOwner<{ userId: string; via: string | null; to: string }>(
    `select user_id as "userId", details ->> 'via' as via, details ->> 'to' as to from crm_lead_events
     where lead_id = $1 and type = 'status_changed' order by occurred_at`,
    [leadId],
  );
  return { ...lead, changes };
}

/** Sets what a member wants to hear. */
export async function prefer(
  { userId, workspace }: Pick<Member, "userId" | "workspace">,
  preferences: Record<string, unknown>,
): Promise<void> {
  await asOwner(
    "insert into notification_preferences (workspace_id, user_id) values ($1, $2) on conflict do nothing",
    [workspace.id, userId],
  );
  for (const [column, value] of Object.entries(preferences))
    await asOwner(
      `update notification_preferences set ${column} = $3 where workspace_id = $1 and user_id = $2`,
      [workspace.id, userId, value],
    );
}
