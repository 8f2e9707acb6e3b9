"use client";

import { Ellipsis } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ListedLead } from "#components/leads/lead-row.ts";
import { type LeadAct, leadActs } from "#components/leads/list/lead-acts.ts";
import { useRole } from "#components/shell/shell-context.tsx";
import { Button } from "#components/ui/button.tsx";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuTrigger,
} from "#components/ui/dropdown-menu.tsx";
import { Kbd } from "#components/ui/kbd.tsx";
import { can } from "#lib/base/auth/permissions.ts";

export interface BulkActsProps {
  leads: ListedLead[];
  run: (act: LeadAct, leads: ListedLead[]) => void;
}

/** What can be done with the selected leads, each with its key. A phone has room for the first; the others are in a menu there. */
export function BulkActs({ leads, run }: BulkActsProps) {
  const t = useTranslations("leads.acts");
  const role = useRole();
  const acts = leadActs.filter((act) => can(role, act.permission));
  const [first, ...others] = acts;
  return (
    <>
      {acts.map((act) => (
        <Button
          key={act.name}
          variant={act === first ? "primary" : "outline"}
          className={act === first ? "" : "max-md:hidden"}
          onClick={() => run(act, leads)}
        >
          {t(act.name)}
          <Kbd className="border-current/30 text-inherit uppercase">{act.key}</Kbd>
        </Button>
      ))}
      <DropdownMenu>
        <DropdownMenuTrigger asChild>
          <Button className="md:hidden">
            <Ellipsis aria-hidden />
            {t("more")}
          </Button>
        </DropdownMenuTrigger>
        <DropdownMenuContent side="top" align="end" sideOffset={12}>
          {others.map((act) => (
            <DropdownMenuItem key={act.name} onSelect={() => run(act, leads)}>
              {t(act.name)}
            </DropdownMenuItem>
          ))}
        </DropdownMenuContent>
      </DropdownMenu>
    </>
  );
}
