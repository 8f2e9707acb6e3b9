"use client";

import { ChevronDown, Ellipsis } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useLeadWork, type WorkedLead } from "#components/leads/detail/lead-work.tsx";
import { Button } from "#components/ui/button.tsx";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuGroup,
  DropdownMenuItem,
  DropdownMenuLabel,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from "#components/ui/dropdown-menu.tsx";
import { isWayBack, type StatusChange } from "#lib/leads/model.ts";
import { codStatuses, logisticStatuses } from "#lib/sales/statuses.ts";

const allChanges: StatusChange[] = [
  ...codStatuses.map((to) => ({ field: "codStatus", to }) as const),
  ...logisticStatuses.map((to) => ({ field: "logisticStatus", to }) as const),
];

/** Every status that the lead may take on; to an admin, on request, the others as well. */
export function StatusMenu({ mayOverride }: { mayOverride: boolean }) {
  const t = useTranslations("lead.acts");
  const { lead, isAllowed } = useLeadWork();
  const [isOverride, setOverride] = useState(false);
  const back = allChanges.filter((change) => isWayBack(lead, change) && !isAllowed(change));
  const others = allChanges.filter(
    (change) => isOther(change, lead) && !isAllowed(change) && !back.includes(change),
  );
  const shown = isOverride ? others : allChanges.filter(isAllowed);
  if (shown.length + back.length === 0 && !mayOverride) return null;
  return (
    <DropdownMenu onOpenChange={(isOpen) => isOpen && setOverride(false)}>
      <DropdownMenuTrigger asChild>
        <Button aria-label={t("more")} className="max-md:max-w-11 max-md:px-0!">
          <span className="max-md:hidden">{t("more")}</span>
          <ChevronDown aria-hidden className="max-md:hidden" />
          <Ellipsis aria-hidden className="md:hidden" />
        </Button>
      </DropdownMenuTrigger>
      <DropdownMenuContent
        align="end"
        className="max-h-(--radix-dropdown-menu-content-available-height) overflow-y-auto"
      >
        {isOverride && <p className="max-w-56 px-2 py-1.5 text-amber-text text-xs">{t("anyway")}</p>}
        <Changes field="codStatus" changes={shown} isOverride={isOverride} />
        {hasBoth(shown) && <DropdownMenuSeparator />}
        <Changes field="logisticStatus" changes={shown} isOverride={isOverride} />
        {!isOverride && <WaysBack changes={back} isFirst={shown.length === 0} />}
        {mayOverride && !isOverride && others.length > 0 && (
          <>
            <DropdownMenuSeparator />
            <DropdownMenuItem
              onSelect={(event) => {
                event.preventDefault();
                setOverride(true);
              }}
            >
              {t("override")}
            </DropdownMenuItem>
          </>
        )}
      </DropdownMenuContent>
    </DropdownMenu>
  );
}

/** Where a person who erred may take the lead back to; each asks for a reason. */
function WaysBack({ changes, isFirst }: { changes: StatusChange[]; isFirst: boolean }) {
  const t = useTranslations("lead.acts");
  const statuses = useTranslations("statuses");
  const { goBack } = useLeadWork();
  if (changes.length === 0) return null;
  return (
    <>
      {!isFirst && <DropdownMenuSeparator />}
      <DropdownMenuGroup>
        <DropdownMenuLabel>{t("back")}</DropdownMenuLabel>
        {changes.map((one) => (
          <DropdownMenuItem key={`${one.field}:${one.to}`} onSelect={() => goBack(one)}>
            {one.field === "codStatus" ? statuses(`cod.${one.to}`) : statuses(`logistic.${one.to}`)}
          </DropdownMenuItem>
        ))}
      </DropdownMenuGroup>
    </>
  );
}

function hasBoth(changes: StatusChange[]): boolean {
  return new Set(changes.map(({ field }) => field)).size === 2;
}

/** A call back needs its time, which only the usual way asks for. */
function isOther({ field, to }: StatusChange, lead: WorkedLead): boolean {
  return lead[field] !== to && to !== "postponed";
}

interface ChangesProps {
  field: StatusChange["field"];
  changes: StatusChange[];
  isOverride: boolean;
}

function Changes({ field, changes, isOverride }: ChangesProps) {
  const t = useTranslations("lead.acts");
  const statuses = useTranslations("statuses");
  const { change, ask } = useLeadWork();
  const ofField = changes.filter((one) => one.field === field);
  if (ofField.length === 0) return null;
  return (
    <DropdownMenuGroup>
      <DropdownMenuLabel>{field === "codStatus" ? t("cod") : t("logistic")}</DropdownMenuLabel>
      {ofField.map((one) => (
        <DropdownMenuItem
          key={one.to}
          onSelect={() => (one.to === "postponed" ? ask("callBack") : change(one, { isOverride }))}
        >
          {one.field === "codStatus" ? statuses(`cod.${one.to}`) : statuses(`logistic.${one.to}`)}
        </DropdownMenuItem>
      ))}
    </DropdownMenuGroup>
  );
}
