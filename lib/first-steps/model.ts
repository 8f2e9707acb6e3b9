import type { Role } from "#lib/base/auth/permissions.ts";

/** What somebody new does, in this order. */
export const firstSteps = ["store", "delivery", "telegram", "team"] as const;
export type FirstStep = (typeof firstSteps)[number];

/** A step, and whether it is done. */
export interface FirstStepState {
  id: FirstStep;
  isDone: boolean;
}

/** The steps of a role: who connects no stores has none to see. */
export function stepsOf(role: Role): readonly FirstStep[] {
  if (role === "admin") return firstSteps;
  return role === "seller" ? firstSteps.filter((step) => step !== "team") : [];
}
