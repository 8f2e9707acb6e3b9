"use client";

import { useTranslations } from "next-intl";
import { CallerMark } from "#components/leads/call/caller-mark.tsx";
import { ItemName, LeadLink, TotalCell } from "#components/leads/lead-cells.tsx";
import type { ListedLead } from "#components/leads/lead-row.ts";
import { FirstTags } from "#components/leads/lead-tags.tsx";
import { CardActs } from "#components/leads/list/card-acts.tsx";
import { StatusMenu } from "#components/leads/list/status-menu.tsx";
import { Warning } from "#components/leads/list/warning.tsx";
import { useRole } from "#components/shell/shell-context.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { can } from "#lib/base/auth/permissions.ts";

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
      {worksLeads && <CardActs lead={lead} />}
    </>
  );
}
