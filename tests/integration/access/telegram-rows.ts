import { createHash, randomInt, randomUUID } from "node:crypto";
import { asOwner } from "#tests/support/database.ts";
import type { Person, Workspace } from "#tests/support/people.ts";
import { insert } from "#tests/support/sales.ts";

/**
 * What hangs on Telegram: what each member wants to hear, a link of each, a group and an alert of each workspace, and an update.
 *
 * @returns the id of the update
 */
export async function createTelegramRows(
  ours: Workspace,
  strangers: Workspace,
  people: Record<"admin" | "stranger", Person>,
): Promise<number> {
  await asOwner(
    "insert into notification_preferences (workspace_id, user_id) select workspace_id, user_id from memberships where workspace_id = any ($1)",
    [[ours.id, strangers.id]],
  );
  await asOwner(
    `insert into telegram_links (workspace_id, user_id, kind, token_hash, expires_at)
     select workspace_id, user_id, 'person', left(md5(user_id::text) || md5(workspace_id::text), 43), now() + interval '15 minutes'
     from memberships where workspace_id = any ($1)`,
    [[ours.id, strangers.id]],
  );
  await insert("telegram_groups", groupOf(ours, people.admin));
  await insert("telegram_groups", groupOf(strangers, people.stranger));
  await insert("telegram_alerts", alertOf(ours, people.admin));
  await insert("telegram_alerts", alertOf(strangers, people.stranger));
  const update = randomInt(1_000_000_000);
  await insert("telegram_updates", { update_id: update });
  return update;
}

/** Something that a member was told of. */
export function alertOf({ id }: Workspace, { userId }: Person): Record<string, unknown> {
  return { workspace_id: id, user_id: userId, kind: "summary", subject: randomUUID() };
}

/** A group of a workspace. */
export function groupOf({ id }: Workspace, { userId }: Person): Record<string, unknown> {
  return { workspace_id: id, chat_id: -randomInt(1_000_000_000), title: "Shop", linked_by_id: userId };
}

/** A link as it is kept. */
export function linkOf({ id }: Workspace, userId: string): Record<string, unknown> {
  return {
    workspace_id: id,
    user_id: userId,
    kind: "group",
    token_hash: createHash("sha256").update(randomUUID()).digest("base64url"),
    expires_at: new Date(),
  };
}
