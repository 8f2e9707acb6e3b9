import { getFormatter } from "next-intl/server";
import { viewCounts } from "#app/(app)/view-counts.ts";
import type { Session } from "#lib/base/auth/session.ts";

/** How many leads wait to be called, in the sidebar; nothing when none does. */
export async function LeadsToCall({ session }: { session: Session }) {
  const [format, { to_call }] = await Promise.all([getFormatter(), viewCounts(session)]);
  if (to_call.count === 0) return null;
  return to_call.isCapped ? `${format.number(to_call.count)}+` : format.number(to_call.count);
}
