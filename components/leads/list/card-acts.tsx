"use client";

import { Ellipsis, MessageCircle, Phone } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ListedLead } from "#components/leads/lead-row.ts";
import { isUndecided } from "#components/leads/lead-status.ts";
import { isLeadAct, workActs } from "#components/leads/list/lead-acts.ts";
import { useLeadList } from "#components/leads/list/list-context.tsx";
import { StatusChoices } from "#components/leads/list/status-menu.tsx";
import { useLeadName } from "#components/leads/list/use-lead-name.ts";
import { whatsAppLink } from "#components/leads/whatsapp-link.ts";
import { useRole } from "#components/shell/shell-context.tsx";
import { Button } from "#components/ui/button.tsx";
import { phoneHref } from "#components/ui/contact-links.ts";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from "#components/ui/dropdown-menu.tsx";
import { can } from "#lib/base/auth/permissions.ts";
import { actsOf, leadPlaceOf, likelyActOf } from "#lib/leads/acts.ts";

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
    <fieldset aria-label={nameOf(lead)} className="relative z-10 mt-1 flex min-w-0 gap-2">
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
    </fieldset>
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

function MoreActs({ lead, showsCall }: { lead: ListedLead; showsCall: boolean }) {
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
        <Reach lead={lead} showsCall={showsCall} />
        <Asking lead={lead} />
        <DropdownMenuSeparator />
        <StatusChoices lead={lead} />
      </DropdownMenuContent>
    </DropdownMenu>
  );
}

/** The ways to reach the buyer that have no button. */
function Reach({ lead: { phone }, showsCall }: { lead: ListedLead; showsCall: boolean }) {
  const t = useTranslations("lead.contact");
  const whatsApp = phone && whatsAppLink(phone);
  return (
    <>
      {phone && !showsCall && (
        <DropdownMenuItem asChild>
          <a href={phoneHref(phone)}>
            <Phone aria-hidden />
            {t("call")}
          </a>
        </DropdownMenuItem>
      )}
      {whatsApp && (
        <DropdownMenuItem asChild>
          <a href={whatsApp} target="_blank" rel="noopener noreferrer">
            <MessageCircle aria-hidden />
            {t("whatsapp")}
          </a>
        </DropdownMenuItem>
      )}
    </>
  );
}

/** What is done with a lead wherever it is. */
function Asking({ lead }: { lead: ListedLead }) {
  const t = useTranslations("leads.acts");
  const role = useRole();
  const { run } = useLeadList();
  const acts = workActs.filter(({ name, permission }) => !isLeadAct(name) && can(role, permission));
  return acts.map(({ name }) => (
    <DropdownMenuItem key={name} onSelect={() => run(name, [lead])}>
      {t(name)}
    </DropdownMenuItem>
  ));
}
