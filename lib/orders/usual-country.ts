import "server-only";
import { isSupportedCountry } from "libphonenumber-js/max";
import type { Session } from "#lib/base/auth/session.ts";
import { forUser } from "#lib/base/db/access.ts";
import { fromStart } from "#lib/base/list/page.ts";
import { selectOrders } from "#lib/orders/list-query.ts";

/** How many of the latest orders tell where a seller's parcels go. */
const latest = 50;

/**
 * The country that most of the latest orders go to of those that the person sees, else the one of the workspace's currency, as ISO 3166-1
 * alpha-2; null when neither tells, as with the euro.
 */
export async function usualCountry(session: Session): Promise<string | null> {
  const orders = selectOrders(session, [], { ...fromStart, sort: "newest" }, latest);
  const [most] = await forUser(
    session,
    (tx) => tx.$queryRaw<{ country: string }[]>`
      select shipping_country as country from (${orders}) latest where shipping_country is not null
      group by shipping_country order by count(*) desc, max(order_created_at) desc limit 1`,
  );
  // A currency of one country begins with the code of that country (ISO 4217).
  const countries = [most?.country, session.workspace.currency.slice(0, 2)];
  return countries.find((country) => country !== undefined && isSupportedCountry(country)) ?? null;
}
