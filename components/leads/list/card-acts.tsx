"use client";

import { Ellipsis, MessageCircle, Phone } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ListedLead } from "#components/leads/lead-row.ts";
import { isUndecided } from "#components/leads/lead-status.ts";
import { actOf, leadActs } from "#components/leads/list/lead-acts.ts";
import { useLeadList } from "#components/leads/list/list-context.tsx";
import { usualChanges } from "#components/leads/list/status-choices.ts";
import { StatusChoices } from "#components/leads/list/status-menu.tsx";
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
import { refusalOf, type StatusChange } from "#lib/leads/model.ts";
import { isToCall } from "#lib/sales/statuses.ts";

/** What a thumb does next with a lead, and a menu of all else that the list does with it. */
export function CardActs({ lead }: { lead: ListedLead }) {
  const { changeStatus } = useLeadList();
  const labelOf = useChangeLabel();
  const showsCall = lead.phone !== null && isUndecided(lead);
  const startsWithCall = showsCall && isToCall(lead);
  return (
    <div className="relative z-10 mt-1 flex gap-2">
      {showsCall && lead.phone && <CallButton phone={lead.phone} isFirst={startsWithCall} />}
      {usualChanges(lead).map((change, index) => (
        <Button
          key={change.to}
          variant={index === 0 && !startsWithCall ? "primary" : "outline"}
          className="min-w-0 flex-auto px-2! max-md:text-sm"
          onClick={() => changeStatus({ ids: [lead.id], change })}
        >
          <span className="truncate">{labelOf(change)}</span>
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

/** What the list calls a change of status: the act, where there is one, else where the lead goes. */
function useChangeLabel(): (change: StatusChange) => string {
  const acts = useTranslations("leads.acts");
  const statuses = useTranslations("statuses");
  return (change) => {
    const act = actOf(change);
    if (act) return acts(act.name);
    return change.field === "codStatus" ? statuses(`cod.${change.to}`) : statuses(`logistic.${change.to}`);
  };
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
        <StatusChoices lead={lead} hasCallBack={false} />
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

/** The acts that ask something first. */
function Asking({ lead }: { lead: ListedLead }) {
  const t = useTranslations("leads.acts");
  const role = useRole();
  const { run } = useLeadList();
  const mayCallBack = refusalOf(lead, { field: "codStatus", to: "postponed" }) === null;
  const acts = leadActs.filter(
    (act) => !act.change && can(role, act.permission) && (act.name !== "callBack" || mayCallBack),
  );
  return acts.map((act) => (
    <DropdownMenuItem key={act.name} onSelect={() => run(act, [lead])}>
      {t(act.name)}
    </DropdownMenuItem>
  ));
}
