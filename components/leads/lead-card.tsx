"use client";

import { Phone } from "lucide-react";
import { useTranslations } from "next-intl";
import { CallerMark } from "#components/leads/call/caller-mark.tsx";
import { ItemName, LeadLink, TotalCell } from "#components/leads/lead-cells.tsx";
import type { ListedLead } from "#components/leads/lead-row.ts";
import { isToCall } from "#components/leads/lead-status.ts";
import { FirstTags } from "#components/leads/lead-tags.tsx";
import { useLeadList } from "#components/leads/list/list-context.tsx";
import { StatusMenu } from "#components/leads/list/status-menu.tsx";
import { Warning } from "#components/leads/list/warning.tsx";
import { useRole } from "#components/shell/shell-context.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { Button } from "#components/ui/button.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { can } from "#lib/auth/permissions.ts";

/** A lead on a phone: what it is, how it stands, and the acts a thumb needs. */
export function LeadCard({ lead }: { lead: ListedLead }) {
  const t = useTranslations("leads");
  const worksLeads = can(useRole(), "leads.write");
  return (
    <>
      <div className="flex items-baseline justify-between gap-4 text-[15px]">
        <span className="min-w-0 truncate">
          <LeadLink lead={lead} className="font-semibold" />
        </span>
        <span className="font-semibold">
          <TotalCell lead={lead} />
        </span>
      </div>
      <div className="flex items-baseline justify-between gap-4 text-sm text-subheading">
        <span className="min-w-0 truncate">
          <ItemName lead={lead} />
        </span>
        <RelativeTime date={lead.arrivedAt} className="shrink-0" />
      </div>
      <div className="flex min-w-0 flex-wrap items-center gap-x-2.5 gap-y-1.5">
        <StatusMenu lead={lead} />
        {lead.isTest && <Badge>{t("test")}</Badge>}
        <CallerMark caller={lead.caller} />
        <Warning lead={lead} />
        <FirstTags tags={lead.tags} limit={2} />
      </div>
      {worksLeads && isToCall(lead) && <CardActs lead={lead} />}
    </>
  );
}

function CardActs({ lead }: { lead: ListedLead }) {
  const t = useTranslations("leads.acts");
  const call = useTranslations("lead.contact")("call");
  const { changeStatus } = useLeadList();
  const set = (to: "no_answer" | "confirmed") =>
    changeStatus({ ids: [lead.id], change: { field: "codStatus", to } });
  return (
    <div className="relative z-10 mt-1 flex gap-2 [&>*]:min-w-0 [&>*]:flex-1">
      {lead.phone && (
        <Button asChild variant="primary">
          <a href={`tel:${lead.phone}`}>
            <Phone aria-hidden />
            {call}
          </a>
        </Button>
      )}
      <Button className="px-2!" onClick={() => set("no_answer")}>
        {t("noAnswer")}
      </Button>
      <Button className="px-2!" onClick={() => set("confirmed")}>
        {t("confirm")}
      </Button>
    </div>
  );
}
