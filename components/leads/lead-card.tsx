"use client";

import { useTranslations } from "next-intl";
import { CallButtons } from "#components/leads/call-buttons.tsx";
import { ItemName, LeadLink, TotalCell } from "#components/leads/lead-cells.tsx";
import { LeadPill } from "#components/leads/lead-pill.tsx";
import type { ListedLead } from "#components/leads/lead-row.ts";
import { isToCall } from "#components/leads/lead-status.ts";
import { FirstTags } from "#components/leads/lead-tags.tsx";
import { useRole } from "#components/shell/shell-context.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { can } from "#lib/auth/permissions.ts";

/** A lead on a phone: what it is, how it stands, and the act a thumb needs. */
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
      <div className="flex min-w-0 flex-wrap items-center gap-1.5">
        <LeadPill lead={lead} />
        {lead.isTest && <Badge>{t("test")}</Badge>}
        <FirstTags tags={lead.tags} limit={2} />
      </div>
      {lead.phone && isToCall(lead) && worksLeads && (
        <div className="relative z-10 mt-1">
          <CallButtons phone={lead.phone} />
        </div>
      )}
    </>
  );
}
