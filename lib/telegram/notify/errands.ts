import "server-only";
import type { Transaction } from "#lib/base/db/access.ts";
import { forSystem } from "#lib/base/db/access.ts";
import {
  loadGroup,
  loadPerson,
  loadSilent,
  type Person,
  type Recipient,
} from "#lib/telegram/notify/recipient.ts";
import { workspaceOfStock } from "#lib/telegram/notify/stock.ts";
import { type Errand, notifyTasks } from "#lib/telegram/notify/teller.ts";

/** What is read at once of what waits for a chat; the rest finds that it was told of, or has its turn. */
const mostAtOnce = 1_000;

/**
 * The errands that wait for a chat beside the one that is being run, and are due. Their jobs have in their keys what they are about
 * (`astra.queue_new_lead_alert`).
 */
export async function waitingErrands(
  tx: Transaction,
  chatId: number,
  { task, subject }: Errand,
): Promise<Errand[]> {
  return tx.$queryRaw<Errand[]>`
    select task_identifier as task, substr(key, length(task_identifier) + 2) as subject from graphile_worker.jobs
    where queue_name = 'telegram:' || ${String(chatId)} and locked_at is null and run_at <= now()
      and task_identifier = any (${[...notifyTasks]}::text[]) and key is not null and key <> ${keyOf({ task, subject })}
    order by id limit ${mostAtOnce}`;
}

/** The key of an errand's job. */
function keyOf({ task, subject }: Errand): string {
  return `${task}:${subject}`;
}

/** Whom an errand is for; null when nobody is there (any more) to be told. */
export async function recipientOf(errand: Errand): Promise<Recipient | null> {
  const { task, subject } = errand;
  if (task !== "notify-group") return personOf(errand, loadPerson);
  return forSystem(async (tx) => {
    const lead = await tx.lead.findUnique({ where: { id: subject }, select: { workspaceId: true } });
    return lead && loadGroup(tx, lead.workspaceId);
  });
}

/** Whom an errand would be for, but for a second factor that is owed; null where that is not all that is in the way. */
export async function silentRecipientOf(errand: Errand): Promise<Person | null> {
  return errand.task === "notify-group" ? null : personOf(errand, loadSilent);
}

async function personOf({ task, subject }: Errand, load: typeof loadPerson): Promise<Person | null> {
  if (task === "notify-stock") {
    const workspaceId = await workspaceOfStock(subject);
    return workspaceId ? forSystem((tx) => load(tx, workspaceId, subject)) : null;
  }
  return forSystem(async (tx) => {
    if (task === "notify-failures") {
      const [workspaceId = "", userId = ""] = subject.split(":");
      return load(tx, workspaceId, userId);
    }
    if (task === "notify-call-back") {
      const alert = await tx.telegramAlert.findUnique({ where: { id: subject } });
      return alert?.userId ? load(tx, alert.workspaceId, alert.userId) : null;
    }
    const [leadId = "", listenerId] = subject.split(":");
    const lead = await tx.lead.findUnique({
      where: { id: leadId },
      select: { workspaceId: true, userId: true },
    });
    return lead && load(tx, lead.workspaceId, listenerId ?? lead.userId);
  });
}
