import "server-only";
import type { Session } from "#lib/base/auth/session.ts";
import { UserError } from "#lib/base/auth/user-error.ts";
import { forUser } from "#lib/base/db/access.ts";
import { isForbidden } from "#lib/base/db/errors.ts";
import { changeStatus } from "#lib/leads/commands.ts";
import type { CodStatus } from "#lib/sales/statuses.ts";
import type { ButtonAct } from "#lib/telegram/buttons.ts";
import type { ButtonAnswer, PressedAlert } from "#lib/telegram/updates/pressed-alert.ts";

/** What a button made of a lead, or why nothing. */
export type PressOutcome = ButtonAnswer | { refused: "lostRight" | "beingCalled" | "changed" };

/** What the button says of the buyer. */
const statuses: Partial<Record<ButtonAct, CodStatus>> = {
  confirmed: "confirmed",
  no_answer: "no_answer",
  rejected: "rejected",
  inOneHour: "postponed",
  thisEvening: "postponed",
  tomorrow: "postponed",
};

/** Whether a member may change a lead at this moment: to lock a row asks the policies for changes. */
export async function mayEditLead(session: Session, leadId: string): Promise<boolean> {
  const rows = await forUser(
    session,
    (tx) => tx.$queryRaw<unknown[]>`select 1 from crm_leads where id = ${leadId}::uuid for key share`,
  );
  return rows.length > 0;
}

/** Does with a lead what a button says: by the command of the app, with the rights that the member has now, and only while the lead is as it was told. */
export async function changeByButton(
  session: Session,
  { leadId, seen }: PressedAlert,
  { act, callBackAt }: { act: ButtonAct; callBackAt: Date | null },
): Promise<PressOutcome> {
  const to = statuses[act];
  if (!to) throw new Error(`The button "${act}" changes nothing.`);
  const request = {
    ids: [leadId],
    change: { field: "codStatus" as const, to },
    isOverride: false,
    ...(callBackAt && { callBackAt }),
  };
  try {
    const { changed, refused } = await changeStatus(session, request, seen, "telegram");
    const [lead] = changed;
    if (lead) return { status: lead.codStatus, callBackAt: lead.callBackAt };
    if (refused[0]?.reason === "notFound") return { refused: "lostRight" };
    return { refused: refused[0]?.reason === "beingCalled" ? "beingCalled" : "changed" };
  } catch (error) {
    if (isForbidden(error)) return { refused: "lostRight" };
    if (!(error instanceof UserError)) throw error;
    return { refused: error.key === "callRecorded" ? "changed" : "lostRight" };
  }
}
