"use client";

import { Ellipsis, Phone } from "lucide-react";
import { useTranslations } from "next-intl";
import { lazy } from "react";
import type { ListedLead } from "#components/leads/lead-row.ts";
import { isUndecided } from "#components/leads/lead-status.ts";
import { useLeadList } from "#components/leads/list/list-context.tsx";
import type { MoreItemsProps } from "#components/leads/list/more-items.tsx";
import { Button } from "#components/ui/button.tsx";
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
  const { run } = useLeadList();
  const showsCall = lead.phone !== null && isUndecided(lead);
  const startsWithCall = showsCall && leadPlaceOf(lead) === "toCall";
  const likely = likelyActOf(lead);
  const acts = actsOf(lead).slice(0, showsCall ? roomFor.besideCall : roomFor.alone);
  return (
    <div className="relative z-10 mt-1 flex gap-2">
      {showsCall && lead.phone && <CallButton phone={lead.phone} isFirst={startsWithCall} />}
      {acts.map((act) => (
        <Button
          key={act}
          variant={act === likely && !startsWithCall ? "primary" : "outline"}
          className="min-w-0 flex-auto px-2! max-md:text-sm"
          onClick={() => run(act, [lead])}
        >
          <span className="truncate">{t(act)}</span>
        </Button>
      ))}
      <MoreActs lead={lead} showsCall={showsCall} />
    </div>
  );
}

function CallButton({ phone, isFirst }: { phone: string; isFirst: boolean }) {
  const t = useTranslations("lead.contact");
  return (
    <Button
      asChild
      variant={isFirst ? "primary" : "outline"}
      className="min-w-0 flex-auto px-2! max-md:text-sm"
    >
      <a href={phoneHref(phone)}>
        <Phone aria-hidden />
        <span className="truncate">{t("call")}</span>
      </a>
    </Button>
  );
}

function MoreActs(props: MoreItemsProps) {
  const t = useTranslations("leads.acts");
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <Button size="icon" className="ms-auto" aria-label={t("more")}>
          <Ellipsis aria-hidden />
        </Button>
      </DropdownMenuTrigger>
      <DropdownMenuContent
        align="end"
        className="max-h-(--radix-dropdown-menu-content-available-height) overflow-y-auto"
      >
        <MoreItems {...props} />
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
