import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { viewCounts } from "#app/(app)/view-counts.ts";
import type { Session } from "#lib/base/auth/session.ts";
import { leadList } from "#lib/leads/list.ts";

/** How many leads wait for a call, as the sidebar counts them; nothing when none does. */
export async function WaitingForCall({ session }: { session: Session }) {
  const [t, { to_call }] = await Promise.all([getTranslations("dashboard"), viewCounts(session)]);
  if (to_call.count === 0) return null;
  return (
    <>
      {" · "}
      <Link href={leadList.url({ view: "to_call" })} className="hover:underline">
        {t(to_call.isCapped ? "toCallCapped" : "toCall", { count: to_call.count })}
      </Link>
    </>
  );
}
