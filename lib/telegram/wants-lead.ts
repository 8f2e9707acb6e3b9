import { Decimal } from "decimal.js";
import type { LeadPreferences } from "#lib/telegram/model.ts";

/** What is looked at of a lead. */
export interface ValuedLead {
  storeId: string | null;
  /** A decimal string. */
  value: string | null;
  currency: string | null;
}

/**
 * Whether somebody is told of a new lead. One of a value that can't be compared, because nobody knows it or it is of another currency than
 * the workspace's, is told rather than missed.
 */
export function wantsLead(
  { newLeads, leastValue, mutedStores }: LeadPreferences,
  { storeId, value, currency }: ValuedLead,
  workspaceCurrency: string,
): boolean {
  if (newLeads === "none" || (storeId !== null && mutedStores.includes(storeId))) return false;
  if (newLeads === "all" || leastValue === null || value === null || currency !== workspaceCurrency)
    return true;
  return new Decimal(value).greaterThanOrEqualTo(leastValue);
}
