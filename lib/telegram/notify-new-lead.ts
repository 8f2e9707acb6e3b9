import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import { forSystem } from "#lib/base/db/access.ts";
import { env } from "#lib/base/env.ts";
import { type Locale, writtenLocale } from "#lib/base/i18n/locales.ts";
import { primaryItem } from "#lib/orders/amounts.ts";
import { factsSelect, loadFacts } from "#lib/orders/facts.ts";
import { recordEvents } from "#lib/sales/timeline/record.ts";
import { isTelegramOn, telegram } from "#lib/telegram/bot.ts";
import { manyLeadsMessage, type NewLeadAlert, newLeadMessage } from "#lib/telegram/new-lead-message.ts";
import { type NotifyResult, settleFailure } from "#lib/telegram/settle-failure.ts";
import { findWaitingAlerts, summaryFrom } from "#lib/telegram/waiting-alerts.ts";

/** Telegram lets about one message a second into one chat. Source: "Bots FAQ". */
const pauseBetweenMessages = 1_000;

/**
 * Tells a lead's seller about it, once: the timeline's `alert_sent` is the proof. The jobs of one chat run one after another, so a
 * pause here paces the chat. When many wait for the chat, one message tells of all.
 *
 * @throws when sending failed for a reason that may pass; the job is then tried again with back-off
 */
export async function notifyNewLead(leadId: string): Promise<NotifyResult> {
  if (!isTelegramOn()) return null;
  const alert = await loadAlert(leadId);
  if (!alert) return null;
  if (alert.pausedUntil && alert.pausedUntil > new Date()) {
    return { retryAt: alert.pausedUntil, chatId: alert.chatId };
  }
  const waiting = await forSystem((tx) => findWaitingAlerts(tx, alert.chatId, leadId));
  const isSummary = waiting.length + 1 >= summaryFrom;
  const told = isSummary ? [leadId, ...waiting.map((one) => one.leadId)] : [leadId];
  const storeNames = [alert.content.storeName, ...waiting.map(({ storeName }) => storeName)];
  const text = isSummary
    ? await manyLeadsMessage(storeNames, alert.locale, env().APP_URL)
    : await newLeadMessage(alert.content, alert.locale, env().APP_URL);
  try {
    const message = await telegram().sendMessage(alert.chatId, text, {
      parse_mode: "HTML",
      link_preview_options: { is_disabled: true },
    });
    await noteSent(told, message.message_id);
    await sleep(pauseBetweenMessages);
    return null;
  } catch (error) {
    return settleFailure(error, alert, (tx, reason) =>
      recordEvents(tx, [{ leadId, userId: null, type: "alert_failed", details: { reason } }]),
    );
  }
}

/** The jobs of leads that were told along find this, and have nothing left to do. */
async function noteSent(leadIds: string[], messageId: number): Promise<void> {
  const sent = { userId: null, type: "alert_sent", details: { messageId: String(messageId) } } as const;
  await forSystem((tx) =>
    recordEvents(
      tx,
      leadIds.map((leadId) => ({ leadId, ...sent })),
    ),
  );
}

interface Addressed {
  userId: string;
  chatId: number;
  pausedUntil: Date | null;
  locale: Locale;
  content: NewLeadAlert;
}

/** The alert and whom it goes to; null when it was sent before, or nobody is there (any more) to get it. */
async function loadAlert(leadId: string): Promise<Addressed | null> {
  const found = await forSystem(async (tx) => {
    const lead = await tx.lead.findFirst({
      where: { id: leadId, events: { none: { type: { in: ["alert_sent", "alert_failed"] } } } },
      select: {
        isTest: true,
        name: true,
        phone: true,
        userId: true,
        workspaceId: true,
        user: {
          select: {
            locale: true,
            browserLocale: true,
            settings: true,
            memberships: { where: { isActive: true }, select: { workspaceId: true } },
          },
        },
        integration: { select: { name: true } },
        order: { select: { ...factsSelect, shippingCity: true } },
      },
    });
    const order = lead?.order && (await loadFacts(tx, lead.order));
    return { lead, order };
  });
  const { lead, order } = found;
  const settings = lead?.user.settings;
  if (!lead?.user.memberships.some(({ workspaceId }) => workspaceId === lead.workspaceId)) return null;
  if (!lead.order || !order || !settings?.telegramChatId || settings.telegramStoppedAt) return null;
  const items = order.items.map(({ price, ...item }) => ({ ...item, pricePerUnit: price }));
  const first = primaryItem(items);
  return {
    userId: lead.userId,
    chatId: Number(settings.telegramChatId),
    pausedUntil: settings.telegramPausedUntil,
    locale: writtenLocale(lead.user),
    content: {
      leadId,
      isTest: lead.isTest,
      buyer: lead.name,
      phone: lead.phone,
      city: lead.order.shippingCity,
      storeName: lead.integration?.name ?? "",
      orderNumber: order.number,
      paymentKind: order.paymentKind,
      total: order.currentTotal,
      due: order.due,
      currency: order.currency,
      note: order.note,
      shippingMethod: order.shippingMethod,
      attributes: order.attributes,
      items: first ? [first, ...items.filter((item) => item !== first)] : [],
      otherItems: order.more?.count ?? 0,
    },
  };
}
