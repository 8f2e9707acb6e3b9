import "server-only";
import { can } from "#lib/base/auth/permissions.ts";
import type { Session } from "#lib/base/auth/session.ts";
import { forUser } from "#lib/base/db/access.ts";
import { type FirstStepState, stepsOf } from "#lib/first-steps/model.ts";
import { sampleOrderId } from "#lib/platforms/platform.ts";
import { isTelegramOn } from "#lib/telegram/bot.ts";

/** How far somebody new is. Each step is looked at as it stands: nothing notes that it was done. */
export interface FirstSteps {
  steps: FirstStepState[];
  /** What the step of Telegram says: who runs the workspace may hear of all leads, and is to get a bot where there is none. */
  telegramText: "text" | "textOfAdmin" | "textWithoutBot";
  /** The store that a sample order can be sent in the name of: the newest that works and has had no delivery yet, else the newest. */
  store: { id: string; name: string } | null;
  /** The sample order that came, and the store that it is of. */
  sample: { storeId: string; leadId: string } | null;
  /** Whether the person has put them away. */
  isHidden: boolean;
  /** Whether the person has been here for a month, and needs nobody to take by the hand. */
  isOld: boolean;
}

interface Found {
  hasStore: boolean;
  hasDelivery: boolean;
  hasChat: boolean;
  hasTeam: boolean;
  store: { id: string; name: string } | null;
  sample: { storeId: string; leadId: string } | null;
  isHidden: boolean;
  isOld: boolean;
}

/** The person's first steps; null for roles that have none. */
export async function loadFirstSteps(session: Session): Promise<FirstSteps | null> {
  const hasBot = isTelegramOn();
  const isAdmin = can(session.role, "workspace.write");
  // Without a bot it is the admins' to get one, and nothing that a seller can do.
  const wanted = stepsOf(session.role).filter((step) => step !== "telegram" || hasBot || isAdmin);
  if (wanted.length === 0) return null;
  const { hasStore, hasDelivery, hasChat, hasTeam, ...rest } = await find(session);
  const isDone = { store: hasStore, delivery: hasDelivery, telegram: hasBot && hasChat, team: hasTeam };
  const telegramText = hasBot ? (isAdmin ? "textOfAdmin" : "text") : "textWithoutBot";
  return { ...rest, telegramText, steps: wanted.map((id) => ({ id, isDone: isDone[id] })) };
}

/** What the person may see decides: a seller's steps are of the own stores. */
async function find(session: Session): Promise<Found> {
  const { userId, workspace } = session;
  const [found] = await forUser(
    session,
    (tx) => tx.$queryRaw<Found[]>`
      with store as (
        select id, name, is_active, last_delivery_at, created_at from integrations
        where workspace_id = ${workspace.id}::uuid and removed_at is null
      )
      select exists (select from store) as "hasStore",
        exists (select from store where last_delivery_at is not null) as "hasDelivery",
        coalesce(settings.telegram_chat_id is not null, false) as "hasChat",
        exists (
          select from memberships member where member.workspace_id = ${workspace.id}::uuid and member.user_id <> ${userId}::uuid
        ) or exists (select from invitations where workspace_id = ${workspace.id}::uuid) as "hasTeam",
        (select json_build_object('id', id, 'name', name) from store where is_active
          order by last_delivery_at is null desc, created_at desc, id limit 1) as store,
        (select json_build_object('storeId', sample.integration_id, 'leadId', lead.id)
          from store join orders sample on sample.integration_id = store.id and sample.external_order_id = ${sampleOrderId}
          join crm_leads lead on lead.order_id = sample.id limit 1) as sample,
        coalesce(${workspace.id}::uuid = any (settings.first_steps_hidden_in), false) as "isHidden",
        own.created_at < now() - interval '30 days' as "isOld"
      from memberships own left join user_settings settings on settings.user_id = own.user_id
      where own.workspace_id = ${workspace.id}::uuid and own.user_id = ${userId}::uuid`,
  );
  if (!found) throw new Error("Whoever asks for the first steps is no member.");
  return found;
}
