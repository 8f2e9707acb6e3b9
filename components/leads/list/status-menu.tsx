"use client";

import { ShieldAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { LeadPill } from "#components/leads/lead-pill.tsx";
import type { ListedLead } from "#components/leads/lead-row.ts";
import { leadStatusTones } from "#components/leads/lead-status.ts";
import { actKeys } from "#components/leads/list/lead-acts.ts";
import { useLeadList } from "#components/leads/list/list-context.tsx";
import { otherChoices, overrideChoices, type StatusChoice } from "#components/leads/list/status-choices.ts";
import { useLeadName } from "#components/leads/list/use-lead-name.ts";
import { useRole } from "#components/shell/shell-context.tsx";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuLabel,
  DropdownMenuSeparator,
  DropdownMenuSub,
  DropdownMenuSubContent,
  DropdownMenuSubTrigger,
  DropdownMenuTrigger,
} from "#components/ui/dropdown-menu.tsx";
import { Kbd } from "#components/ui/kbd.tsx";
import { StatusPill } from "#components/ui/status-pill.tsx";
import { can } from "#lib/base/auth/permissions.ts";
import { actsOf, type LeadActName, likelyActOf } from "#lib/leads/acts.ts";

/** Where a lead stands; pressed, where it may go. */
export function StatusMenu({ lead }: { lead: ListedLead }) {
  const t = useTranslations("leads.statusMenu");
  const nameOf = useLeadName();
  if (!can(useRole(), "leads.write")) return <LeadPill lead={lead} />;
  return (
    <DropdownMenu>
      <DropdownMenuTrigger
        title={t("open", { name: nameOf(lead) })}
        className="relative z-10 inline-flex max-w-full rounded-full align-middle after:absolute after:-inset-2 max-md:after:-inset-3"
      >
        <LeadPill lead={lead} />
      </DropdownMenuTrigger>
      <DropdownMenuContent
        align="start"
        className="max-h-(--radix-dropdown-menu-content-available-height) overflow-y-auto"
      >
        <StatusChoices lead={lead} />
      </DropdownMenuContent>
    </DropdownMenu>
  );
}

/** What is done with a lead from where it is, then where else it may go; for an admin also where it may not. */
export function StatusChoices({ lead }: { lead: ListedLead }) {
  const acts = actsOf(lead);
  const { cod, logistic } = otherChoices(lead, acts);
  return (
    <>
      {acts.map((act) => (
        <ActItem key={act} lead={lead} act={act} />
      ))}
      {acts.length > 0 && cod.length + logistic.length > 0 && <DropdownMenuSeparator />}
      <Choices lead={lead} cod={cod} logistic={logistic} isEnd={acts.length === 0} />
      {useRole() === "admin" && <Overrides lead={lead} />}
    </>
  );
}

function ActItem({ lead, act }: { lead: ListedLead; act: LeadActName }) {
  const t = useTranslations("leads.acts");
  const { run } = useLeadList();
  return (
    <DropdownMenuItem onSelect={() => run(act, [lead])}>
      <span className={likelyActOf(lead) === act ? "font-medium text-brand-text" : "text-heading"}>
        {t(act)}
      </span>
      <Kbd aria-hidden className="ms-auto uppercase">
        {actKeys[act]}
      </Kbd>
    </DropdownMenuItem>
  );
}

interface ChoicesProps {
  lead: ListedLead;
  cod: StatusChoice[];
  logistic: StatusChoice[];
  isOverride?: boolean;
  /** Whether nothing stands above. */
  isEnd?: boolean;
}

function Choices({ lead, cod, logistic, isOverride = false, isEnd = true }: ChoicesProps) {
  const t = useTranslations("leads.statusMenu");
  return (
    <>
      {cod.length > 0 && <DropdownMenuLabel>{t("cod")}</DropdownMenuLabel>}
      {cod.map((choice) => (
        <Choice key={choice.change.to} lead={lead} choice={choice} isOverride={isOverride} />
      ))}
      {cod.length > 0 && logistic.length > 0 && <DropdownMenuSeparator />}
      {logistic.length > 0 && <DropdownMenuLabel>{t("logistic")}</DropdownMenuLabel>}
      {logistic.map((choice) => (
        <Choice key={choice.change.to} lead={lead} choice={choice} isOverride={isOverride} />
      ))}
      {isEnd && cod.length + logistic.length === 0 && <DropdownMenuLabel>{t("end")}</DropdownMenuLabel>}
    </>
  );
}

function Choice({
  lead,
  choice,
  isOverride,
}: {
  lead: ListedLead;
  choice: StatusChoice;
  isOverride: boolean;
}) {
  const t = useTranslations("leads.statusMenu");
  const statuses = useTranslations("statuses");
  const { changeStatus, askCallBack, askReason } = useLeadList();
  const { change, refusal } = choice;
  const key =
    change.field === "codStatus" ? (`cod.${change.to}` as const) : (`logistic.${change.to}` as const);
  const isAgain = change.field === "codStatus" && change.to === lead.codStatus;
  const needsReason = refusal === "reasonMissing";
  const isBlocked = refusal !== null && !needsReason && !isOverride;
  return (
    <DropdownMenuItem
      disabled={isBlocked}
      onSelect={() => {
        if (change.to === "postponed") askCallBack([lead.id], isOverride);
        else if (needsReason) askReason(lead.id, change);
        else changeStatus({ ids: [lead.id], change, isOverride });
      }}
    >
      <StatusPill tone={leadStatusTones[key]}>{statuses(key)}</StatusPill>
      <span className="ms-auto ps-4 text-subheading text-xs">
        {(isBlocked || needsReason) && refusal && t(`blocked.${refusal}`)}
        {isAgain && t("again")}
        {change.to === "postponed" && t("asksWhen")}
      </span>
    </DropdownMenuItem>
  );
}

/** What an admin may do against the rules; the timeline will say so. */
function Overrides({ lead }: { lead: ListedLead }) {
  const t = useTranslations("leads.statusMenu");
  return (
    <>
      <DropdownMenuSeparator />
      <DropdownMenuSub>
        <DropdownMenuSubTrigger>
          <ShieldAlert aria-hidden />
          {t("override")}
        </DropdownMenuSubTrigger>
        <DropdownMenuSubContent className="max-h-(--radix-dropdown-menu-content-available-height) overflow-y-auto">
          <DropdownMenuLabel className="max-w-56 text-pretty">{t("overrideText")}</DropdownMenuLabel>
          <Choices lead={lead} {...overrideChoices(lead)} isOverride />
        </DropdownMenuSubContent>
      </DropdownMenuSub>
    </>
  );
}
