import { viewCounts } from "#app/(app)/view-counts.ts";
import { FollowedCount } from "#components/shell/followed-count.tsx";
import type { Session } from "#lib/base/auth/session.ts";

/** How many leads wait to be called, in the sidebar; nothing when none does. */
export async function LeadsToCall({ session }: { session: Session }) {
  const { to_call } = await viewCounts(session);
  return <FollowedCount sent={to_call} />;
}
