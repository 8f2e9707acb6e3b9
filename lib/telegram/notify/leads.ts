import "server-only";
import { forSystem, type Transaction } from "#lib/base/db/access.ts";
import { env } from "#lib/base/env.ts";
import { recordEvents } from "#lib/sales/timeline/record.ts";
import { isReachable } from "#lib/telegram/bot.ts";
import { leadKeyboard, openKeyboard } from "#lib/telegram/buttons.ts";
import { loadLeadContent } from "#lib/telegram/lead-content.ts";
import { callsMessage } from "#lib/telegram/list-messages.ts";
import { translator } from "#lib/telegram/message-text.ts";
import { manyLeadsMessage, newLeadMessage } from "#lib/telegram/new-lead-message.ts";
import { noteAlertsTold, openAlert } from "#lib/telegram/notify/alert-rows.ts";
import { callSubject, callsFor, type LeadRow, newLeadsFor } from "#lib/telegram/notify/lead-rows.ts";
import type { Recipient } from "#lib/telegram/notify/recipient.ts";
import { nothingToNote, type Outgoing, type Section } from "#lib/telegram/notify/teller.ts";

/** The message about one new lead; null when the recipient has heard of it, or doesn't want to. */
export function newLeadAlone(recipient: Recipient, leadId: string): Promise<Outgoing | null> {
  return forSystem(async (tx) => {
    const [lead] = await newLeadsFor(tx, recipient, [leadId]);
    return lead ? messageAbout(tx, recipient, { lead, kind: "new_lead" }) : null;
  });
}

/** The message about a call that is due; null when it is not any more. */
export function callAlone(recipient: Recipient, alertId: string): Promise<Outgoing | null> {
  return forSystem(async (tx) => {
    const [lead] = recipient.userId === null ? [] : await callsFor(tx, recipient, [alertId]);
    return lead ? messageAbout(tx, recipient, { lead, kind: "call_back" }) : null;
  });
}

async function messageAbout(
  tx: Transaction,
  recipient: Recipient,
  { lead, kind }: { lead: LeadRow; kind: "new_lead" | "call_back" },
): Promise<Outgoing | null> {
  const { id: leadId, codStatus, callAttempts, callBackAt } = lead;
  const content = await loadLeadContent(tx, leadId);
  const alert = await openAlert(tx, recipient, {
    kind,
    subject: kind === "call_back" ? callSubject(lead) : leadId,
    leadId,
    seen: { codStatus, callAttempts, callBackAt },
  });
  if (!content || alert.isTold) return null;
  const t = await translator(recipient.locale);
  return {
    text: await newLeadMessage(content, recipient.locale, env().APP_URL, { kind, hasLink: !isReachable() }),
    // Whom nobody is to call has nothing to answer: it was paid ahead.
    keyboard: lead.toCall ? leadKeyboard(alert.id, leadId, t) : openKeyboard(leadId, t),
    noteTold: async (noting, messageId) => {
      await noteAlertsTold(noting, [alert.id], { chatId: recipient.chatId, messageId });
      if (kind === "new_lead") await noteOnTimelines(noting, recipient, [lead], messageId);
    },
    noteStopped: async (noting, reason) => {
      if (kind === "call_back" || recipient.userId !== lead.userId) return;
      await recordEvents(noting, [{ leadId, userId: null, type: "alert_failed", details: { reason } }]);
    },
  };
}

/** The new leads among these, by the stores that they came from. */
export function newLeadsTogether(recipient: Recipient, leadIds: string[]): Promise<Section | null> {
  return forSystem(async (tx) => {
    const leads = await newLeadsFor(tx, recipient, leadIds);
    if (leads.length === 0) return null;
    const ids = leads.map(({ id }) => id);
    const storeNames = leads.map(({ storeName }) => storeName);
    return {
      count: leads.length,
      text: await manyLeadsMessage(storeNames, recipient.locale, env().APP_URL),
      noteTold: async (noting, messageId) => {
        for (const id of ids) {
          const { id: alertId } = await openAlert(noting, recipient, {
            kind: "new_lead",
            subject: id,
            leadId: id,
          });
          await noteAlertsTold(noting, [alertId], { chatId: recipient.chatId, messageId });
        }
        await noteOnTimelines(noting, recipient, leads, messageId);
      },
      noteStopped: nothingToNote,
    };
  });
}

/** The calls among these that are due, by their buyers. */
export function callsTogether(recipient: Recipient, alertIds: string[]): Promise<Section | null> {
  return forSystem(async (tx) => {
    const calls = recipient.userId === null ? [] : await callsFor(tx, recipient, alertIds);
    if (calls.length === 0) return null;
    const told = calls.map(({ alertId }) => alertId);
    return {
      count: calls.length,
      text: await callsMessage(calls, recipient, env().APP_URL),
      noteTold: (noting, messageId) => noteAlertsTold(noting, told, { chatId: recipient.chatId, messageId }),
      noteStopped: nothingToNote,
    };
  });
}

/** That a seller was told stands on the timelines; what others hear, be it the group, does not. */
async function noteOnTimelines(
  tx: Transaction,
  { userId }: Recipient,
  leads: LeadRow[],
  messageId: number,
): Promise<void> {
  const sent = { userId: null, type: "alert_sent", details: { messageId: String(messageId) } } as const;
  await recordEvents(
    tx,
    leads.filter((lead) => lead.userId === userId).map((lead) => ({ leadId: lead.id, ...sent })),
  );
}
