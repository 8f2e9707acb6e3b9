"use client";

import { useTranslations } from "next-intl";
import { lazy } from "react";
import type { ListedLead } from "#components/leads/lead-row.ts";
import { isUndecided } from "#components/leads/lead-status.ts";
import { useLeadList } from "#components/leads/list/list-context.tsx";
import type { MoreItemsProps } from "#components/leads/list/more-items.tsx";
import { useLeadName } from "#components/leads/list/use-lead-name.ts";
import { phoneHref } from "#components/ui/contact-links.ts";
import { DropdownMenu, DropdownMenuContent, DropdownMenuTrigger } from "#components/ui/dropdown-menu.tsx";
import { actsOf, leadPlaceOf, likelyActOf } from "#lib/leads/acts.ts";

const MoreItems = lazy(() =>
  import("#components/leads/list/more-items.tsx").then((module) => ({ default: module.MoreItems })),
);

/** A thumb finds room for so many acts; the others are in the menu. */
const roomFor = { besideCall: 2, alone: 3 };

/** What a thumb does next with a lead, and a menu of all else that the list does with it. */
export function CardActs({ lead }: { lead: ListedLead }) {
  const t = useTranslations("leads.acts");
  const nameOf = useLeadName();
  const { run } = useLeadList();
  const showsCall = lead.phone !== null && isUndecided(lead);
  const startsWithCall = showsCall && leadPlaceOf(lead) === "toCall";
  const likely = likelyActOf(lead);
  const acts = actsOf(lead).slice(0, showsCall ? roomFor.besideCall : roomFor.alone);
  return (
    <fieldset aria-label={nameOf(lead)} className="relative z-10 mt-1.5 flex min-w-0 gap-2">
      {/* An act whose word has no room stands in a second line, which is not shown: the menu has it, too. */}
      <div className="-m-0.5 flex h-12 min-w-0 flex-1 flex-wrap gap-2 overflow-clip p-0.5">
        {showsCall && lead.phone && <CallButton phone={lead.phone} isFirst={startsWithCall} />}
        {acts.map((act) => (
          <button
            key={act}
            type="button"
            data-likely={(act === likely && !startsWithCall) || undefined}
            className="card-act"
            onClick={() => run(act, [lead])}
          >
            <span className="truncate">{t(act)}</span>
          </button>
        ))}
      </div>
      <MoreActs lead={lead} showsCall={showsCall} />
    </fieldset>
  );
}

function CallButton({ phone, isFirst }: { phone: string; isFirst: boolean }) {
  const t = useTranslations("lead.contact");
  return (
    <a href={phoneHref(phone)} data-likely={isFirst || undefined} className="card-act">
      <span className="truncate">{t("call")}</span>
    </a>
  );
}

function MoreActs(props: MoreItemsProps) {
  const t = useTranslations("leads.acts");
  return (
    <DropdownMenu>
      <DropdownMenuTrigger className="card-act" aria-label={t("more")} />
      <DropdownMenuContent
        align="end"
        className="max-h-(--radix-dropdown-menu-content-available-height) overflow-y-auto"
      >
        <MoreItems {...props} />
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
