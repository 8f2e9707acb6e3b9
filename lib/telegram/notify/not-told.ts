import "server-only";
import { forSystem, type Transaction } from "#lib/base/db/access.ts";
import { recordEvents } from "#lib/sales/timeline/record.ts";
import { newLeadsFor } from "#lib/telegram/notify/lead-rows.ts";
import { loadStopped } from "#lib/telegram/notify/recipient.ts";
import type { Errand } from "#lib/telegram/notify/teller.ts";

/** Notes on the timelines of new leads that their seller could not be told of them, and why. */
export async function noteNotTold(tx: Transaction, leadIds: string[], reason: string): Promise<void> {
  const failed = { userId: null, type: "alert_failed", details: { reason } } as const;
  await recordEvents(
    tx,
    leadIds.map((leadId) => ({ leadId, ...failed })),
  );
}

/** The same for an errand that nobody is there to hear, where it waited behind the one that found that the chat can't be written to. */
export async function noteDropped({ task, subject }: Errand): Promise<void> {
  if (task !== "notify-new-lead") return;
  await forSystem(async (tx) => {
    const lead = await tx.lead.findUnique({
      where: { id: subject },
      select: { workspaceId: true, userId: true },
    });
    const stopped = lead && (await loadStopped(tx, lead.workspaceId, lead.userId));
    if (!stopped) return;
    const untold = await newLeadsFor(tx, stopped.person, [subject]);
    await noteNotTold(
      tx,
      untold.map(({ id }) => id),
      stopped.reason,
    );
  });
}
