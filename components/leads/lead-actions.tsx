"use client";

import { createContext, type ReactNode, useContext } from "react";
import type { ActionResult } from "#lib/base/auth/action-result.ts";
import type { StatusChangeResult } from "#lib/leads/commands.ts";
import type { ChangeTagsRequest, StatusChangeInput, UndoInput } from "#lib/leads/schema.ts";
import type { TagsResult } from "#lib/leads/tag-commands.ts";

/** The server actions that pieces of any page about leads call; the pages' layout provides them. */
export interface LeadActions {
  changeStatus: (request: StatusChangeInput) => Promise<ActionResult<StatusChangeResult>>;
  undoStatusChange: (request: UndoInput) => Promise<ActionResult<{ undone: number }>>;
  changeTags: (request: ChangeTagsRequest) => Promise<ActionResult<TagsResult>>;
}

const LeadActionsContext = createContext<LeadActions | null>(null);

export function LeadActionsProvider({ actions, children }: { actions: LeadActions; children: ReactNode }) {
  return <LeadActionsContext value={actions}>{children}</LeadActionsContext>;
}

export function useLeadActions(): LeadActions {
  const actions = useContext(LeadActionsContext);
  if (!actions) throw new Error("useLeadActions needs a LeadActionsProvider above it.");
  return actions;
}
