import "server-only";
import { can } from "#lib/base/auth/permissions.ts";
import type { Session } from "#lib/base/auth/session.ts";
import { forUser, type Transaction } from "#lib/base/db/access.ts";
import { loadStoreChoices } from "#lib/team/names.ts";
import { isTelegramOn } from "#lib/telegram/bot.ts";
import type { LeadPreferences, Preferences } from "#lib/telegram/model.ts";
import { leadPreferencesOf, loadPreferences } from "#lib/telegram/preferences.ts";

/** The group in which the workspace hears of its new leads. */
export interface GroupSettings extends LeadPreferences {
  title: string;
  stoppedAt: Date | null;
  stopReason: string | null;
}

/** How alerts stand for one person. */
export interface TelegramSettings {
  /** False when Astra itself has no bot; then nobody gets alerts. */
  isOn: boolean;
  chatId: string | null;
  stoppedAt: Date | null;
  /** One of `knownStops`, else Telegram's own words. */
  stopReason: string | null;
  preferences: Preferences;
  /** The stores of whose leads the person can hear, by name. */
  stores: { id: string; name: string }[];
  /** Null where there is none, or it is not the person's to say. */
  group: GroupSettings | null;
}

/** The person's own Telegram settings, and for admins those of the group. */
export async function getTelegramSettings(session: Session): Promise<TelegramSettings> {
  const { userId, workspace, locale } = session;
  return forUser(session, async (tx) => {
    const settings = await tx.userSettings.findUnique({ where: { userId } });
    const preferences = await loadPreferences(tx, { workspaceId: workspace.id, userId });
    const choices = await loadStoreChoices(tx, session);
    const { compare } = new Intl.Collator(locale);
    return {
      isOn: isTelegramOn(),
      chatId: settings?.telegramChatId?.toString() ?? null,
      stoppedAt: settings?.telegramStoppedAt ?? null,
      stopReason: settings?.telegramStopReason ?? null,
      preferences,
      stores: choices
        .filter(({ isRemoved }) => !isRemoved)
        .map(({ id, name }) => ({ id, name }))
        .sort((a, b) => compare(a.name, b.name)),
      group: can(session.role, "workspace.write") ? await loadGroup(tx, workspace.id) : null,
    };
  });
}

async function loadGroup(tx: Transaction, workspaceId: string): Promise<GroupSettings | null> {
  const group = await tx.telegramGroup.findUnique({ where: { workspaceId } });
  if (!group) return null;
  const { title, stoppedAt, stopReason } = group;
  return { title, stoppedAt, stopReason, ...leadPreferencesOf(group) };
}
