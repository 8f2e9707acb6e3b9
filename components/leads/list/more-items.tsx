"use client";

import { MessageCircle, Phone } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ListedLead } from "#components/leads/lead-row.ts";
import { isLeadAct, workActs } from "#components/leads/list/lead-acts.ts";
import { useLeadList } from "#components/leads/list/list-context.tsx";
import { StatusItems } from "#components/leads/list/status-items.tsx";
import { whatsAppLink } from "#components/leads/whatsapp-link.ts";
import { useRole } from "#components/shell/shell-context.tsx";
import { phoneHref } from "#components/ui/contact-links.ts";
import { DropdownMenuItem, DropdownMenuSeparator } from "#components/ui/dropdown-menu.tsx";
import { can } from "#lib/base/auth/permissions.ts";

export interface MoreItemsProps {
  lead: ListedLead;
  /** Whether there is a button that calls. */
  showsCall: boolean;
}

/** All that the list does with a lead and has no button for. */
export function MoreItems({ lead, showsCall }: MoreItemsProps) {
  return (
    <>
      <Reach lead={lead} showsCall={showsCall} />
      <Asking lead={lead} />
      <DropdownMenuSeparator />
      <StatusItems lead={lead} />
    </>
  );
}

/** The ways to reach the buyer that have no button. */
function Reach({ lead: { phone }, showsCall }: MoreItemsProps) {
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
