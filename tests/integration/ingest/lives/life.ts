import type { Store } from "#tests/support/stores.ts";
import { type LeadEntry, orderOf, timelineOf } from "../records.ts";

/** What became of the only order of a store, and what its timeline gained since it arrived. */
export async function lifeOf(store: Store) {
  const { order, items, lead, leadId } = await orderOf(store);
  return { order, items, lead, timeline: (await timelineOf(leadId)).slice(1) };
}

/** The timeline's entry of a status that the system changed. */
export function moved(field: "codStatus" | "logisticStatus", from: string, to: string): LeadEntry {
  return { type: "status_changed", details: { field, from, to } };
}
