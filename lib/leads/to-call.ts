import "server-only";
import type { Session } from "#lib/base/auth/session.ts";
import { Prisma } from "#lib/base/db/generated/client.ts";
import { defaultCallRules } from "#lib/leads/model.ts";

/**
 * Which leads are to be called now, as a condition on `lead`: the one meaning of "to call", for the tab, its count and badge, and the queue.
 * They wait for a call (`crm_leads.to_call`, which the indexes hold), a call-back waits for its time, and whoever never answers is put
 * aside after as many tries as the workspace's rule says.
 */
export function toCallNow(session: Session): Prisma.Sql {
  const tries = Prisma.sql`(
    select coalesce((workspace.call_rules ->> 'maxAttempts')::int, ${defaultCallRules.maxAttempts}::int)
    from workspaces workspace where workspace.id = ${session.workspace.id}::uuid)`;
  return Prisma.sql`lead.to_call and (lead.call_back_at is null or lead.call_back_at <= now())
    and (lead.cod_status <> 'no_answer' or lead.call_attempts < ${tries})`;
}
