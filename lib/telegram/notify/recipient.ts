import "server-only";
import type { Role } from "#lib/base/auth/permissions.ts";
import type { Transaction } from "#lib/base/db/access.ts";
import type { TimeFormat } from "#lib/base/i18n/formats.ts";
import { writtenLocale } from "#lib/base/i18n/locales.ts";
import type { Clock } from "#lib/telegram/message-text.ts";
import { hearableBy, type LeadPreferences, type Preferences } from "#lib/telegram/model.ts";
import { leadPreferencesOf, loadPreferences } from "#lib/telegram/preferences.ts";

/** Somebody who is told of what happens in a workspace: a member in the own chat, or all in the workspace's group. */
export interface Recipient extends Clock {
  workspaceId: string;
  /** The workspace's, in which values are compared. */
  currency: string;
  /** Null: the group. */
  userId: string | null;
  chatId: number;
  /** Until when Telegram wants quiet. */
  pausedUntil: Date | null;
  preferences: LeadPreferences;
  /** Whether new leads of all are told, and not only of the person's own. */
  hearsEveryones: boolean;
}

/** A member with all that is said of what to hear. */
export interface Person extends Recipient {
  userId: string;
  preferences: Preferences;
}

const language = { locale: true, browserLocale: true } as const;

/**
 * A member to tell; null when that is no active member (any more), has no chat, or one that can't be written to. An admin who owes a second
 * factor that a workspace wants is told nothing of what the app would not show either.
 */
export async function loadPerson(
  tx: Transaction,
  workspaceId: string,
  userId: string,
): Promise<Person | null> {
  const loaded = await loadMember(tx, workspaceId, userId);
  return loaded && !loaded.isStopped && !loaded.owesFactor ? loaded.person : null;
}

/** A member who would be told but for a second factor that is owed; null where that is not all that is in the way. */
export async function loadSilent(
  tx: Transaction,
  workspaceId: string,
  userId: string,
): Promise<Person | null> {
  const loaded = await loadMember(tx, workspaceId, userId);
  return loaded && !loaded.isStopped && loaded.owesFactor ? loaded.person : null;
}

/** A member whose chat can't be written to, and why; null where it can, or there is none. */
export async function loadStopped(
  tx: Transaction,
  workspaceId: string,
  userId: string,
): Promise<{ person: Person; reason: string } | null> {
  const loaded = await loadMember(tx, workspaceId, userId);
  return loaded?.isStopped && !loaded.owesFactor && loaded.reason !== null
    ? { person: loaded.person, reason: loaded.reason }
    : null;
}

async function loadMember(
  tx: Transaction,
  workspaceId: string,
  userId: string,
): Promise<{ person: Person; isStopped: boolean; reason: string | null; owesFactor: boolean } | null> {
  const member = await tx.membership.findFirst({
    where: { workspaceId, userId, isActive: true },
    select: {
      role: true,
      workspace: { select: { currency: true } },
      user: { select: { ...language, timezone: true, timeFormat: true, settings: true } },
    },
  });
  const settings = member?.user.settings;
  if (!member || !settings?.telegramChatId) return null;
  const { user, workspace } = member;
  const preferences = await loadPreferences(tx, { workspaceId, userId });
  const person = {
    workspaceId,
    currency: workspace.currency,
    userId,
    chatId: Number(settings.telegramChatId),
    pausedUntil: settings.telegramPausedUntil,
    preferences,
    hearsEveryones: preferences.everyonesLeads && hearableBy(member.role as Role).everyonesLeads,
    locale: writtenLocale(user),
    timezone: user.timezone,
    timeFormat: user.timeFormat as TimeFormat,
  };
  return {
    person,
    isStopped: settings.telegramStoppedAt !== null,
    reason: settings.telegramStopReason,
    owesFactor: await owesEnrolment(tx, userId),
  };
}

async function owesEnrolment(tx: Transaction, userId: string): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ owes: boolean }[]>`select astra.owes_enrolment(${userId}::uuid) as owes`;
  return row?.owes === true;
}

/** The group of a workspace, written to in the language of who linked it and in the workspace's time; null when there is none to write to. */
export async function loadGroup(tx: Transaction, workspaceId: string): Promise<Recipient | null> {
  const group = await tx.telegramGroup.findUnique({
    where: { workspaceId, stoppedAt: null },
    include: {
      workspace: { select: { currency: true, timezone: true } },
      linkedBy: { select: { ...language, timeFormat: true } },
    },
  });
  if (!group) return null;
  return {
    workspaceId,
    currency: group.workspace.currency,
    userId: null,
    chatId: Number(group.chatId),
    pausedUntil: group.pausedUntil,
    preferences: leadPreferencesOf(group),
    hearsEveryones: true,
    locale: writtenLocale(group.linkedBy),
    timezone: group.workspace.timezone,
    timeFormat: group.linkedBy.timeFormat as TimeFormat,
  };
}
