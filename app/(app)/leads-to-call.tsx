import { getFormatter } from "next-intl/server";
import { viewCounts, viewCountsOn } from "#app/(app)/view-counts.ts";
import { LaterText } from "#components/shell/later-text.tsx";
import type { Session } from "#lib/base/auth/session.ts";
import type { ViewCounts } from "#lib/leads/queries.ts";

/** How many leads wait to be called, in the sidebar; nothing when none does. */
export async function LeadsToCall({ session }: { session: Session }) {
  const [format, counts] = await Promise.all([getFormatter(), viewCounts(session)]);
  if (counts.to_call.count === 0) return null;
  const write = ({ to_call: { count, isCapped } }: ViewCounts) =>
    isCapped ? `${format.number(count)}+` : format.number(count);
  const later = counts.to_call.isCapped && viewCountsOn(session, counts)?.then(write);
  return later ? <LaterText now={write(counts)} later={later} /> : write(counts);
}
