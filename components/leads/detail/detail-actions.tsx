"use client";

import { createContext, type ReactNode, useContext } from "react";
import type { ActionResult } from "#lib/base/auth/action-result.ts";
import type { CorrectionResult } from "#lib/leads/correct-contact.ts";
import type {
  AddTagInput,
  CorrectContactInput,
  NoteInput,
  ReassignInput,
  RemoveTagInput,
  StoreValueInput,
} from "#lib/leads/schema.ts";

/** The server actions that the cards of a lead's page call. */
export interface DetailActions {
  addNote: (input: NoteInput) => Promise<ActionResult<void>>;
  addTag: (input: AddTagInput) => Promise<ActionResult<void>>;
  removeTag: (input: RemoveTagInput) => Promise<ActionResult<void>>;
  reassign: (input: ReassignInput) => Promise<ActionResult<{ reassigned: number }>>;
  correctContact: (input: CorrectContactInput) => Promise<ActionResult<CorrectionResult>>;
  acceptStoreValue: (input: StoreValueInput) => Promise<ActionResult<void>>;
  keepCorrection: (input: StoreValueInput) => Promise<ActionResult<void>>;
}

const DetailActionsContext = createContext<DetailActions | null>(null);

export function DetailActionsProvider({
  actions,
  children,
}: {
  actions: DetailActions;
  children: ReactNode;
}) {
  return <DetailActionsContext value={actions}>{children}</DetailActionsContext>;
}

export function useDetailActions(): DetailActions {
  const actions = useContext(DetailActionsContext);
  if (!actions) throw new Error("useDetailActions needs a DetailActionsProvider above it.");
  return actions;
}
