import type { Permission } from "#lib/base/auth/permissions.ts";
import { type LeadActName, leadActNames } from "#lib/leads/acts.ts";

/** What one does with leads, by bar, menu or key: bring them on, tag them, hand them over. */
export type WorkActName = LeadActName | "tag" | "assign";

/** An act and its key. */
export interface WorkAct {
  name: WorkActName;
  key: string;
  permission: Permission;
}

/** The key of each act, everywhere the same. */
export const actKeys: Record<WorkActName, string> = {
  confirm: "y",
  noAnswer: "n",
  callBack: "b",
  reject: "r",
  pack: "p",
  ship: "s",
  deliver: "d",
  collect: "m",
  return: "v",
  refuse: "w",
  tag: "t",
  assign: "a",
};

export const workActs: WorkAct[] = [...leadActNames, "tag" as const, "assign" as const].map((name) => ({
  name,
  key: actKeys[name],
  permission: name === "assign" ? "leads.reassign" : "leads.write",
}));

/** Whether an act brings a lead on; where it goes says `changeOfAct`. */
export function isLeadAct(name: WorkActName): name is LeadActName {
  return name !== "tag" && name !== "assign";
}
