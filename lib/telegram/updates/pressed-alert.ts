import "server-only";
import { z } from "zod";
import { forSystem } from "#lib/base/db/access.ts";
import type { SeenCalls } from "#lib/leads/schema.ts";
import { codStatuses } from "#lib/sales/statuses.ts";

/** A lead's calls as the row of an alert holds them. */
const seenCalls: z.ZodType<SeenCalls> = z.object({
  codStatus: z.enum(codStatuses),
  callAttempts: z.number(),
  callBackAt: z.coerce.date().nullable(),
});

/** An alert of which a button was pressed. */
export interface PressedAlert {
  id: string;
  workspaceId: string;
  /** Whom it was for; null: the group. */
  userId: string | null;
  kind: "new_lead" | "call_back";
  leadId: string;
  /** The lead's calls as the message told them. */
  seen: SeenCalls;
  /** Which update used its buttons up; null: none. */
  answerUpdate: bigint | null;
  /** Whether a button made something of the lead: nobody gets the buttons back. */
  isAnswered: boolean;
}

/** The alert of a button; null for one that is too old to be known, or never was one of a lead. */
export async function loadPressed(alertId: string): Promise<PressedAlert | null> {
  const row = await forSystem((tx) => tx.telegramAlert.findUnique({ where: { id: alertId } }));
  const seen = seenCalls.safeParse(row?.seen);
  if (!row?.leadId || !seen.success || (row.kind !== "new_lead" && row.kind !== "call_back")) return null;
  const { id, workspaceId, userId, kind, leadId, answerUpdate } = row;
  const isAnswered = row.answer !== null;
  return { id, workspaceId, userId, kind, leadId, seen: seen.data, answerUpdate, isAnswered };
}

/** What a button made of a lead. */
const answerOfButton = z.object({ status: z.enum(codStatuses), callBackAt: z.coerce.date().nullable() });
export type ButtonAnswer = z.output<typeof answerOfButton>;

/**
 * Uses the buttons of an alert up, in the name of a member; null when they were used up before. The same update may claim them again: it is
 * the one that did, and failed on the way, maybe after the lead was changed (`answer`).
 */
export async function claimButtons(
  alertId: string,
  userId: string,
  updateId: number,
): Promise<{ answer: ButtonAnswer | null } | null> {
  const [claimed] = await forSystem(
    (tx) => tx.$queryRaw<{ answer: unknown }[]>`
      update telegram_alerts set answered_at = now(), answered_by_id = ${userId}::uuid, answer_update = ${updateId}
      where id = ${alertId}::uuid and (answered_at is null or answer_update = ${updateId})
      returning answer`,
  );
  return claimed ? { answer: answerOfButton.nullable().parse(claimed.answer) } : null;
}

/** Notes what a button made of the lead, so that it is told and not done again when telling it failed. */
export async function noteAnswer(alertId: string, answer: ButtonAnswer): Promise<void> {
  await forSystem(
    (tx) => tx.$executeRaw`
      update telegram_alerts set answer = ${JSON.stringify(answer)}::jsonb where id = ${alertId}::uuid`,
  );
}

/** Gives the buttons back, because nothing came of it that would keep somebody else from pressing them. */
export async function releaseButtons(alertId: string, updateId: number): Promise<void> {
  await forSystem(
    (tx) => tx.$executeRaw`
      update telegram_alerts set answered_at = null, answered_by_id = null, answer_update = null
      where id = ${alertId}::uuid and answer_update = ${updateId}`,
  );
}
