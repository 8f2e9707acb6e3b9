"use client";

import { useTranslations } from "next-intl";
import type { ListedLead } from "#components/leads/lead-row.ts";
import { type LeadAct, leadActs } from "#components/leads/list/lead-acts.ts";
import { useRole } from "#components/shell/shell-context.tsx";
import { Button } from "#components/ui/button.tsx";
import { Kbd } from "#components/ui/kbd.tsx";
import { can } from "#lib/auth/permissions.ts";

export interface BulkActsProps {
  leads: ListedLead[];
  run: (act: LeadAct, leads: ListedLead[]) => void;
}

/** What can be done with the selected leads, each with its key. */
export function BulkActs({ leads, run }: BulkActsProps) {
  const t = useTranslations("leads.acts");
  const role = useRole();
  return leadActs
    .filter((act) => can(role, act.permission))
    .map((act) => (
      <Button
        key={act.name}
        variant={act.name === "confirm" ? "primary" : "outline"}
        onClick={() => run(act, leads)}
      >
        {t(act.name)}
        <Kbd className="border-current/30 text-inherit uppercase">{act.key}</Kbd>
      </Button>
    ));
}
