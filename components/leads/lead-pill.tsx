"use client";

import { useFormatter, useTranslations } from "next-intl";
import { leadStatusKey, leadStatusTones } from "#components/leads/lead-status.ts";
import { useNow } from "#components/ui/now.tsx";
import { StatusPill } from "#components/ui/status-pill.tsx";
import type { LeadStatuses } from "#lib/leads/shown-status.ts";

export interface PilledLead extends LeadStatuses {
  callAttempts: number;
  callBackAt: Date | null;
}

/** Where a lead stands: "Pending", "No answer · 2", "Call back 17:00", "Shipped". */
export function LeadPill({ lead }: { lead: PilledLead }) {
  const key = leadStatusKey(lead);
  return (
    <StatusPill tone={leadStatusTones[key]}>
      <LeadStatusText lead={lead} />
    </StatusPill>
  );
}

function LeadStatusText({ lead }: { lead: PilledLead }) {
  const t = useTranslations("statuses");
  const formatMoment = useMomentFormat();
  const key = leadStatusKey(lead);
  if (key === "cod.no_answer" && lead.callAttempts > 0) {
    return t("noAnswerAttempts", { count: lead.callAttempts });
  }
  if (key === "cod.postponed" && lead.callBackAt) {
    return t("callBackAt", { time: formatMoment(lead.callBackAt) });
  }
  return t(key);
}

/** "17:00" today, else "21 Nov": the list has no room for more, and the timeline says it all. */
function useMomentFormat(): (moment: Date) => string {
  const format = useFormatter();
  const now = useNow();
  return (moment) => {
    const isToday = format.dateTime(moment, "date") === format.dateTime(now, "date");
    return format.dateTime(moment, isToday ? "time" : "day");
  };
}
