"use client";

import { Ellipsis } from "lucide-react";
import { useTranslations } from "next-intl";
import type { SelectedLead } from "#components/leads/lead-row.ts";
import { actKeys, isLeadAct, type WorkActName, workActs } from "#components/leads/list/lead-acts.ts";
import type { ChangeProgress } from "#components/leads/use-status-change.ts";
import { useRole } from "#components/shell/shell-context.tsx";
import { Button } from "#components/ui/button.tsx";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuTrigger,
} from "#components/ui/dropdown-menu.tsx";
import { Kbd } from "#components/ui/kbd.tsx";
import { Progress } from "#components/ui/progress.tsx";
import { can } from "#lib/base/auth/permissions.ts";
import { actsOfAll } from "#lib/leads/acts.ts";

export interface BulkActsProps {
  leads: SelectedLead[];
  run: (act: WorkActName, leads: SelectedLead[]) => void;
  /** How far a change of the selected is. */
  progress: ChangeProgress | null;
}

/** What can be done with the selected leads, the likely act first and in green. A phone has room for that one; the others are in a menu there. */
export function BulkActs({ leads, run, progress }: BulkActsProps) {
  const t = useTranslations("leads.acts");
  const role = useRole();
  const { acts, likely } = actsOfAll(leads);
  const shown = workActs
    .filter(({ name, permission }) => can(role, permission) && (!isLeadAct(name) || acts.includes(name)))
    .map(({ name }) => name)
    .sort((one, other) => Number(other === likely) - Number(one === likely));
  const [first, ...others] = shown;
  if (progress) return <BulkProgress progress={progress} />;
  return (
    <>
      {shown.map((name) => (
        <Button
          key={name}
          variant={name === likely ? "primary" : "outline"}
          className={name === first ? "" : "max-md:hidden"}
          onClick={() => run(name, leads)}
        >
          {t(name)}
          <Kbd className="border-current/30 text-inherit uppercase">{actKeys[name]}</Kbd>
        </Button>
      ))}
      {others.length > 0 && (
        <DropdownMenu>
          <DropdownMenuTrigger asChild>
            <Button className="md:hidden">
              <Ellipsis aria-hidden />
              {t("more")}
            </Button>
          </DropdownMenuTrigger>
          <DropdownMenuContent side="top" align="end" sideOffset={12}>
            {others.map((name) => (
              <DropdownMenuItem key={name} onSelect={() => run(name, leads)}>
                {t(name)}
              </DropdownMenuItem>
            ))}
          </DropdownMenuContent>
        </DropdownMenu>
      )}
    </>
  );
}

/** "400 of 2,799" with a bar. */
function BulkProgress({ progress: { done, total } }: { progress: ChangeProgress }) {
  const t = useTranslations("leads.change");
  return (
    <span className="flex items-center gap-3 text-sm tabular-nums">
      <Progress label={t("progressLabel")} value={done} max={total} className="w-40 max-md:w-24" />
      {t("progress", { done, total })}
    </span>
  );
}
