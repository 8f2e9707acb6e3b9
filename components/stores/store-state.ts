import type { Tone } from "#components/ui/status-pill.tsx";
import type { StoreRow } from "#lib/stores/queries.ts";

/** How a store stands, in one word; the messages "stores.state" say it. */
export type StoreState = "uninstalled" | "paused" | "wrongSignature" | "receiving" | "pinged" | "waiting";

type StoreSigns = Pick<
  StoreRow,
  "isActive" | "pausedReason" | "signatureFailedAt" | "lastDeliveryAt" | "pingedAt"
>;

/** What needs attention comes first. A wrong signature is over once a right one came after it. */
export function storeState(store: StoreSigns): StoreState {
  if (!store.isActive) return store.pausedReason === "uninstalled" ? "uninstalled" : "paused";
  const { signatureFailedAt, lastDeliveryAt, pingedAt } = store;
  if (signatureFailedAt && (!lastDeliveryAt || signatureFailedAt > lastDeliveryAt)) return "wrongSignature";
  if (lastDeliveryAt) return "receiving";
  return pingedAt ? "pinged" : "waiting";
}

/** The moment that the state speaks of, where it speaks of one. */
export function stateMoment(store: StoreSigns): Date | null {
  const state = storeState(store);
  if (state === "wrongSignature") return store.signatureFailedAt;
  return state === "pinged" ? store.pingedAt : store.lastDeliveryAt;
}

export const storeStateTones: Record<StoreState, Tone> = {
  uninstalled: "red",
  paused: "gray",
  wrongSignature: "red",
  receiving: "green",
  pinged: "blue",
  waiting: "amber",
};
