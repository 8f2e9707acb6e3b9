import { expect, test } from "vitest";
import { stateMoment, storeState } from "#components/stores/store-state.ts";

const quiet = {
  isActive: true,
  pausedReason: null,
  signatureFailedAt: null,
  secretChangedAt: null,
  storeError: null,
  storeErrorAt: null,
  turnedAwayAt: null,
  lastDeliveryAt: new Date("2026-03-02T10:00:00Z"),
  pingedAt: null,
  silence: null,
  removedAt: null,
};
const turnedAwayAt = new Date("2026-03-01T10:00:00Z");

test("a store that had deliveries turned away says so and since when, also when others have come since", () => {
  const store = { ...quiet, turnedAwayAt };
  expect([storeState(store), stateMoment(store)]).toEqual(["turnedAway", turnedAwayAt]);
});

test("what keeps all deliveries from coming in is said before it", () => {
  expect(storeState({ ...quiet, turnedAwayAt, signatureFailedAt: new Date("2026-03-03T10:00:00Z") })).toBe(
    "wrongSignature",
  );
  expect(storeState({ ...quiet, turnedAwayAt, isActive: false })).toBe("paused");
});

test("a silent store says so, and since when, unless something else is wrong with it", () => {
  const silence = { since: new Date("2026-03-02T10:00:00Z"), usual: 12, lastOrderAt: null };
  expect([storeState({ ...quiet, silence }), stateMoment({ ...quiet, silence })]).toEqual([
    "silent",
    quiet.lastDeliveryAt,
  ]);
  expect(storeState({ ...quiet, silence, isActive: false })).toBe("paused");
  expect(storeState({ ...quiet, silence, removedAt: new Date() })).toBe("removed");
});
