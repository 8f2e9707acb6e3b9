import { normaliseEmail, normalisePhone } from "#lib/customers/contact.ts";
import type { LeadContact } from "#lib/ingest/buyer.ts";

/** Who an order's buyer is, as its store says: the person, and the account in the shop. */
export interface NamedBuyer extends LeadContact {
  externalCustomerId: string | null;
}

/**
 * Whether an order still has the buyer that it had. It has another one when it names another account of the shop with another e-mail or
 * phone, or when e-mail and phone are both others. Where e-mail and phone tell nothing, as when each time only the other is there, the names
 * decide.
 *
 * @param namesAgree whether the two names can be one person's (astra.names_agree)
 */
export function isSameBuyer(was: NamedBuyer, is: NamedBuyer, namesAgree: boolean): boolean {
  const email = compare(normaliseEmail(was.email), normaliseEmail(is.email));
  const phone = compare(normalisePhone(was.phone, null), normalisePhone(is.phone, null));
  const account = compare(was.externalCustomerId, is.externalCustomerId);
  if (account === "other" && (email === "other" || phone === "other")) return false;
  if (email === "same" || phone === "same") return true;
  if (email === "other" && phone === "other") return false;
  if (email === "unknown" && phone === "unknown" && account !== "other") return true;
  return namesAgree;
}

type Comparison = "same" | "other" | "unknown";

function compare(was: string | null, is: string | null): Comparison {
  if (was === null || is === null) return "unknown";
  return was === is ? "same" : "other";
}
