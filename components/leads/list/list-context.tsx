"use client";

import { createContext, useContext } from "react";
import type { SelectedLead } from "#components/leads/lead-row.ts";
import type { WorkActName } from "#components/leads/list/lead-acts.ts";
import type { StatusChange } from "#lib/leads/model.ts";
import type { LeadFilterOptions } from "#lib/leads/queries.ts";
import type { StatusChangeInput } from "#lib/leads/schema.ts";

/** What the cells and cards of the list share. */
export interface LeadListState {
  /** The list's query string, so that a lead's page knows what stands before and after it. */
  query: string;
  options: LeadFilterOptions;
  /** Does an act with leads, or asks first what it has to know. */
  run: (act: WorkActName, leads: SelectedLead[]) => void;
  changeStatus: (request: StatusChangeInput) => void;
  /** Asks when to call again, then changes the status. */
  askCallBack: (ids: string[], isOverride: boolean) => void;
  /** Asks why a lead goes back, then changes the status. */
  askReason: (id: string, change: StatusChange) => void;
}

const LeadListContext = createContext<LeadListState | null>(null);

export const LeadListProvider = LeadListContext;

export function useLeadList(): LeadListState {
  const list = useContext(LeadListContext);
  if (!list) throw new Error("useLeadList needs a LeadListProvider above it.");
  return list;
}
