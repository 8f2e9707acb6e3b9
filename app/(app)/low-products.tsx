import { getTranslations } from "next-intl/server";
import { productViewCounts } from "#app/(app)/product-view-counts.ts";
import type { Session } from "#lib/base/auth/session.ts";

/** How many products run low, in the sidebar; nothing when none does. */
export async function LowProducts({ session }: { session: Session }) {
  const [t, { low }] = await Promise.all([getTranslations("inventory"), productViewCounts(session)]);
  return low > 0 ? t("lowCount", { count: low }) : null;
}
