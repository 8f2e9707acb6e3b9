"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { LeadCard } from "#components/leads/lead-card.tsx";
import { useLeadColumns } from "#components/leads/lead-columns.tsx";
import type { ListedLead } from "#components/leads/lead-row.ts";
import { BulkActs } from "#components/leads/list/bulk-acts.tsx";
import { type LeadAct, leadActs } from "#components/leads/list/lead-acts.ts";
import type { ListedPage } from "#components/leads/list/lead-list-view.tsx";
import { leadSorting } from "#components/leads/list/sorting.ts";
import type { ListLook } from "#components/list/looks/list-look.ts";
import { DataTable } from "#components/list/table/data-table.tsx";
import { DataTableFooter } from "#components/list/table/data-table-footer.tsx";
import { DataTableSkeleton } from "#components/list/table/data-table-skeleton.tsx";
import { choicesOf } from "#components/list/table/sorting.ts";
import { useRole } from "#components/shell/shell-context.tsx";
import { can } from "#lib/base/auth/permissions.ts";
import { type LeadListParams, leadListUrl, leadSorts, pageSizes } from "#lib/leads/filters.ts";

export interface LeadTableProps {
  page: ListedPage;
  /** The page's leads, with what has just been changed. */
  leads: ListedLead[];
  params: LeadListParams;
  look: ListLook;
  isPending: boolean;
  empty: ReactNode;
  /** Does an act; `onDone` is for when it is done, which one who is asked something first may well not do. */
  run: (act: LeadAct, leads: ListedLead[], onDone: () => void) => void;
}

export function LeadTable({ page, leads, params, look, isPending, empty, run }: LeadTableProps) {
  const t = useTranslations("leads");
  const acts = useTranslations("leads.acts");
  const startCalling = useTranslations("calling")("start");
  const role = useRole();
  const hrefOf = (patch: Partial<LeadListParams>) =>
    leadListUrl("/leads", { ...params, after: "", before: "", ...patch });
  const nameOf = (lead: ListedLead) => lead.customerName ?? t("noName");
  const keys = leadActs
    .filter((act) => can(role, act.permission))
    .map((act) => ({
      key: act.key,
      label: acts(act.name),
      run: (rows: ListedLead[], clear: () => void) => run(act, rows, clear),
    }));
  return (
    <DataTable
      label={t("title")}
      columns={useLeadColumns()}
      rows={leads}
      getRowId={(lead) => lead.id}
      renderCard={(lead) => <LeadCard lead={lead} />}
      empty={empty}
      look={look}
      sorts={leadSorting(params)}
      isPending={isPending}
      keys={keys}
      pageKeys={can(role, "leads.write") ? [{ key: "c", label: startCalling }] : []}
      {...(can(role, "leads.write") && {
        bulk: {
          nameOf,
          renderActs: (rows: ListedLead[], clear: () => void) => (
            <BulkActs leads={rows} run={(act, chosen) => run(act, chosen, clear)} />
          ),
        },
      })}
      sortChoices={choicesOf(leadSorts, params.sort, (sort) => hrefOf({ sort }))}
      footer={
        <DataTableFooter list="leads" page={page} size={params.size} sizes={pageSizes} hrefOf={hrefOf} />
      }
    />
  );
}

export function LeadTableSkeleton() {
  const role = useRole();
  return <DataTableSkeleton columns={useLeadColumns()} rows={12} selectable={can(role, "leads.write")} />;
}
