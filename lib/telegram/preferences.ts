import "server-only";
import type { Session } from "#lib/base/auth/session.ts";
import { UserError } from "#lib/base/auth/user-error.ts";
import { forUser, type Transaction } from "#lib/base/db/access.ts";
import type { NotificationPreferences, TelegramGroup } from "#lib/base/db/generated/client.ts";
import type { LeadPreferences, NewLeadChoice, Preferences } from "#lib/telegram/model.ts";
import { usualPreferences } from "#lib/telegram/model.ts";
import type { GroupPreferencesRequest, PreferencesRequest } from "#lib/telegram/schema.ts";

/** What a row says, be it of a person or of a group. */
export function leadPreferencesOf(
  row: Pick<TelegramGroup, "newLeads" | "leastValue" | "mutedStores" | "quietFrom" | "quietUntil">,
): LeadPreferences {
  const { mutedStores, quietFrom, quietUntil } = row;
  return {
    newLeads: row.newLeads as NewLeadChoice,
    leastValue: row.leastValue?.toString() ?? null,
    mutedStores,
    quietFrom,
    quietUntil,
  };
}

/** What a person's row says; without one what is usual. */
function preferencesOf(row: NotificationPreferences | null): Preferences {
  if (!row) return usualPreferences;
  const { everyonesLeads, callBacks, stock, failedDeliveries, summaryHour } = row;
  return { ...leadPreferencesOf(row), everyonesLeads, callBacks, stock, failedDeliveries, summaryHour };
}

/** What a member wants to hear of in a workspace. */
export async function loadPreferences(
  tx: Transaction,
  member: { workspaceId: string; userId: string },
): Promise<Preferences> {
  const { workspaceId, userId } = member;
  const where = { workspaceId_userId: { workspaceId, userId } };
  return preferencesOf(await tx.notificationPreferences.findUnique({ where }));
}

/** Keeps what the person wants to hear of in the workspace. */
export async function savePreferences(session: Session, request: PreferencesRequest): Promise<void> {
  const { everyonesLeads, callBacks, stock, failedDeliveries, summaryHour } = request;
  const data = {
    ...leadColumns(request),
    everyonesLeads,
    callBacks,
    stock,
    failedDeliveries,
    summaryHour: summaryHour === "none" ? null : Number(summaryHour),
  };
  const key = { workspaceId: session.workspace.id, userId: session.userId };
  await forUser(session, async (tx) => {
    const { count } = await tx.notificationPreferences.updateMany({ where: key, data });
    if (count === 0) await tx.notificationPreferences.createMany({ data: { ...key, ...data } });
  });
}

/**
 * Keeps of what the workspace's group hears.
 *
 * @throws UserError when there is none, or it is not the person's to say
 */
export async function saveGroupPreferences(
  session: Session,
  request: GroupPreferencesRequest,
): Promise<void> {
  const { count } = await forUser(session, (tx) =>
    tx.telegramGroup.updateMany({
      where: { workspaceId: session.workspace.id },
      data: leadColumns(request),
    }),
  );
  if (count === 0) throw new UserError("telegramNoGroup");
}

function leadColumns(request: GroupPreferencesRequest) {
  const { newLeads, leastValue, mutedStores, isQuiet, quietFrom, quietUntil } = request;
  return {
    newLeads,
    leastValue,
    mutedStores,
    quietFrom: isQuiet ? quietFrom : null,
    quietUntil: isQuiet ? quietUntil : null,
  };
}
