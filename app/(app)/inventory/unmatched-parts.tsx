import { getFormatter } from "next-intl/server";
import { unmatchedSkus } from "#app/(app)/inventory/unmatched-skus.ts";
import { UnmatchedBanner } from "#components/inventory/unmatched-banner.tsx";
import { can } from "#lib/base/auth/permissions.ts";
import type { Session } from "#lib/base/auth/session.ts";

interface Props {
  session: Session;
}

/** How many SKUs match nothing, in the tab. */
export async function UnmatchedCount({ session }: Props) {
  const [format, skus] = await Promise.all([getFormatter(), unmatchedSkus(session)]);
  return format.number(skus.length);
}

/** What they come to, above the list. */
export async function Unmatched({ session }: Props) {
  return (
    <UnmatchedBanner skus={await unmatchedSkus(session)} mayMatch={can(session.role, "inventory.write")} />
  );
}
