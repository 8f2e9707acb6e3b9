"use client";

import { useTranslations } from "next-intl";
import { lazy } from "react";
import { LeadPill } from "#components/leads/lead-pill.tsx";
import type { ListedLead } from "#components/leads/lead-row.ts";
import { useLeadName } from "#components/leads/list/use-lead-name.ts";
import { useRole } from "#components/shell/shell-context.tsx";
import { DropdownMenu, DropdownMenuContent, DropdownMenuTrigger } from "#components/ui/dropdown-menu.tsx";
import { can } from "#lib/base/auth/permissions.ts";

/** Fetches what the menus of all rows show. */
export function loadStatusItems() {
  return import("#components/leads/list/status-items.tsx");
}

const StatusItems = lazy(() => loadStatusItems().then((module) => ({ default: module.StatusItems })));

/** Where a lead stands; pressed, where it may go. */
export function StatusMenu({ lead }: { lead: ListedLead }) {
  const t = useTranslations("leads.statusMenu");
  const nameOf = useLeadName();
  if (!can(useRole(), "leads.write")) return <LeadPill lead={lead} />;
  return (
    <DropdownMenu>
      <DropdownMenuTrigger title={t("open", { name: nameOf(lead) })} className="pill-button">
        <LeadPill lead={lead} />
      </DropdownMenuTrigger>
      <DropdownMenuContent
        align="start"
        className="max-h-(--radix-dropdown-menu-content-available-height) overflow-y-auto"
      >
        <StatusItems lead={lead} />
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
