import "server-only";
import { forSystem } from "#lib/base/db/access.ts";
import { env } from "#lib/base/env.ts";
import { findUntoldAlerts, noteTold } from "#lib/inventory/alerts.ts";
import type { Recipient } from "#lib/telegram/notify/recipient.ts";
import { nothingToNote, type Section } from "#lib/telegram/notify/teller.ts";
import { loadPreferences } from "#lib/telegram/preferences.ts";
import { stockMessage } from "#lib/telegram/stock-message.ts";

/** Fewer products than alone, so that a message holds other things besides. */
const productsAmongOthers = 8;

/** In which workspace a person is to hear of products first; null: in none. */
export async function workspaceOfStock(userId: string): Promise<string | null> {
  return (await wantedStock(userId)).alerts[0]?.workspaceId ?? null;
}

/** The products that became low, out, oversold or available again since the person last heard of any; null when there are none. */
export async function stockTogether(recipient: Recipient, isAlone: boolean): Promise<Section | null> {
  const { userId, locale } = recipient;
  if (userId === null) return null;
  const { alerts, ids } = await wantedStock(userId);
  if (alerts.length === 0) return null;
  return {
    count: 1,
    text: await stockMessage(alerts, locale, env().APP_URL, isAlone ? undefined : productsAmongOthers),
    noteTold: (tx) => noteTold(tx, userId, ids),
    noteStopped: nothingToNote,
  };
}

/** Of the workspaces in which the person wants to hear of stock. */
async function wantedStock(userId: string) {
  const { alerts, ids } = await findUntoldAlerts(userId);
  const workspaceIds = [...new Set(alerts.map(({ workspaceId }) => workspaceId))];
  const wanted = await forSystem((tx) =>
    Promise.all(
      workspaceIds.map(async (workspaceId) => {
        const { stock } = await loadPreferences(tx, { workspaceId, userId });
        return stock ? workspaceId : null;
      }),
    ),
  );
  return { alerts: alerts.filter(({ workspaceId }) => wanted.includes(workspaceId)), ids };
}
