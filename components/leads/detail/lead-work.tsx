"use client";

import { createContext, type ReactNode, useContext, useOptimistic, useState } from "react";
import type { PilledLead } from "#components/leads/lead-pill.tsx";
import { applyChange } from "#components/leads/list/apply-change.ts";
import type { WorkActName } from "#components/leads/list/lead-acts.ts";
import { useStatusChange } from "#components/leads/use-status-change.ts";
import { changeOfAct, type LeadActName } from "#lib/leads/acts.ts";
import { refusalOf, type StatusChange } from "#lib/leads/model.ts";
import type { StatusChangeInput } from "#lib/leads/schema.ts";
import type { LeadState } from "#lib/sales/statuses.ts";

/** The lead of the page as far as its status goes. */
export type WorkedLead = PilledLead & Pick<LeadState, "paymentStatus"> & { id: string };

interface LeadWork {
  /** With a change that is still on its way to the server. */
  lead: WorkedLead;
  isAllowed: (change: StatusChange) => boolean;
  change: (
    change: StatusChange,
    options?: { callBackAt?: Date; isOverride?: boolean; note?: string },
  ) => void;
  /** Does an act, or asks first what it has to know. */
  run: (act: LeadActName) => void;
  /** The act whose question is open: when to call back, which tag, which seller. */
  asked: WorkActName | null;
  ask: (act: WorkActName | null) => void;
  /** The way back for which a reason is asked. */
  goingBack: StatusChange | null;
  goBack: (change: StatusChange | null) => void;
}

const LeadWorkContext = createContext<LeadWork | null>(null);

/** Lets the header, the bar on phones and the keys of a lead's page change its status. */
export function LeadWorkProvider({ lead, children }: { lead: WorkedLead; children: ReactNode }) {
  const [shown, showAtOnce] = useOptimistic(lead, withChange);
  const { changeStatus } = useStatusChange({ showAtOnce });
  const [asked, ask] = useState<LeadWork["asked"]>(null);
  const [goingBack, goBack] = useState<StatusChange | null>(null);

  const change: LeadWork["change"] = (to, options = {}) =>
    changeStatus({ ids: [lead.id], change: to, ...options });

  const work: LeadWork = {
    lead: shown,
    isAllowed: (to) => refusalOf(shown, to) === null,
    change,
    run: (act) => (act === "callBack" ? ask(act) : change(changeOfAct[act])),
    asked,
    ask,
    goingBack,
    goBack,
  };
  return <LeadWorkContext value={work}>{children}</LeadWorkContext>;
}

export function useLeadWork(): LeadWork {
  const work = useContext(LeadWorkContext);
  if (!work) throw new Error("useLeadWork needs a LeadWorkProvider above it.");
  return work;
}

function withChange(lead: WorkedLead, request: StatusChangeInput): WorkedLead {
  return applyChange([lead], request)[0] ?? lead;
}
