import "server-only";
import type { Session } from "#lib/base/auth/session.ts";
import { forUser } from "#lib/base/db/access.ts";
import { undoMinutes } from "#lib/inventory/import/apply.ts";

/** An import of the person's that can still be taken back. */
export interface RecentImport {
  id: string;
  fileName: string;
  at: Date;
  added: number;
  changed: number;
}

/** What the person imported within the hour and has not taken back, the newest first. */
export function listRecentImports(session: Session): Promise<RecentImport[]> {
  return forUser(
    session,
    (tx) => tx.$queryRaw<RecentImport[]>`
      select known.id, known.file_name as "fileName", known.created_at as at,
        count(*) filter (where (change->>'isAdded')::boolean)::int as added,
        count(*) filter (where not (change->>'isAdded')::boolean)::int as changed
      from product_imports known left join lateral jsonb_array_elements(known.changes) change on true
      where known.user_id = ${session.userId}::uuid and known.workspace_id = ${session.workspace.id}::uuid
        and known.undone_at is null and known.created_at > now() - make_interval(mins => ${undoMinutes}::int)
      group by known.id order by known.created_at desc limit 5`,
  );
}
