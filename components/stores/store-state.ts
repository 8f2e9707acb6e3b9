import type { Tone } from "#components/ui/status-pill.tsx";
import type { StoreRow } from "#lib/stores/queries.ts";

/** How a store stands, in one word; the messages "stores.state" say it. */
export type StoreState =
  | "removed"
  | "uninstalled"
  | "paused"
  | "wrongSignature"
  | "secretChanged"
  | "webhookUserGone"
  | "turnedAway"
  | "silent"
  | "receiving"
  | "pinged"
  | "waiting";

/** The states in which deliveries do not get through, or hold no orders: some may be missing. */
const faultStates = ["wrongSignature", "secretChanged", "webhookUserGone"] as const satisfies StoreState[];
export type FaultState = (typeof faultStates)[number];

export function isFault(state: StoreState): state is FaultState {
  return (faultStates as readonly StoreState[]).includes(state);
}

type StoreSigns = Pick<
  StoreRow,
  | "removedAt"
  | "isActive"
  | "pausedReason"
  | "signatureFailedAt"
  | "secretChangedAt"
  | "storeError"
  | "storeErrorAt"
  | "turnedAwayAt"
  | "silence"
  | "lastDeliveryAt"
  | "pingedAt"
>;

/** What needs attention comes first. A wrong signature is over once a right one came after it. */
export function storeState(store: StoreSigns): StoreState {
  if (store.removedAt) return "removed";
  if (!store.isActive) return store.pausedReason === "uninstalled" ? "uninstalled" : "paused";
  const { signatureFailedAt, secretChangedAt, lastDeliveryAt, pingedAt } = store;
  if (isAfter(signatureFailedAt, lastDeliveryAt))
    return isAfter(secretChangedAt, signatureFailedAt) ? "secretChanged" : "wrongSignature";
  if (store.storeError) return store.storeError;
  if (store.turnedAwayAt) return "turnedAway";
  if (store.silence) return "silent";
  if (lastDeliveryAt) return "receiving";
  return pingedAt ? "pinged" : "waiting";
}

function isAfter(one: Date | null, other: Date | null): one is Date {
  return one !== null && (other === null || one > other);
}

/** The moment that the state speaks of, where it speaks of one. */
export function stateMoment(store: StoreSigns): Date | null {
  const moments: Partial<Record<StoreState, Date | null>> = {
    removed: store.removedAt,
    wrongSignature: store.signatureFailedAt,
    secretChanged: store.secretChangedAt,
    webhookUserGone: store.storeErrorAt,
    turnedAway: store.turnedAwayAt,
    pinged: store.pingedAt,
  };
  const state = storeState(store);
  return state in moments ? (moments[state] ?? null) : store.lastDeliveryAt;
}

export const storeStateTones: Record<StoreState, Tone> = {
  removed: "gray",
  uninstalled: "red",
  paused: "gray",
  wrongSignature: "red",
  secretChanged: "amber",
  webhookUserGone: "red",
  turnedAway: "amber",
  silent: "amber",
  receiving: "green",
  pinged: "blue",
  waiting: "amber",
};
