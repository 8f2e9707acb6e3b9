"use client";

import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { DataTable } from "#components/data-table/data-table.tsx";
import { DataTableFooter } from "#components/data-table/data-table-footer.tsx";
import { DataTableSkeleton } from "#components/data-table/data-table-skeleton.tsx";
import { LeadCard } from "#components/leads/lead-card.tsx";
import { leadColumns, ownLeadColumns } from "#components/leads/lead-columns.tsx";
import type { ListedLead } from "#components/leads/lead-row.ts";
import { useRole } from "#components/shell/shell-context.tsx";
import { seesEverything } from "#lib/auth/permissions.ts";

export interface LeadTableProps {
  leads: ListedLead[];
  total: number;
  /** There are more than `total`; they are not counted. */
  isCapped: boolean;
  previousHref: string | undefined;
  nextHref: string | undefined;
  empty: ReactNode;
}

export function LeadTable({ leads, total, isCapped, previousHref, nextHref, empty }: LeadTableProps) {
  const t = useTranslations("leads");
  const columns = useLeadColumns();
  const count = useFormatter().number(total);
  return (
    <DataTable
      label={t("title")}
      columns={columns}
      rows={leads}
      getRowId={(lead) => lead.id}
      renderCard={(lead) => <LeadCard lead={lead} />}
      empty={empty}
      footer={
        <DataTableFooter
          summary={isCapped ? t("countCapped", { count }) : t("count", { total, count })}
          previousHref={previousHref}
          nextHref={nextHref}
        />
      }
    />
  );
}

export function LeadTableSkeleton() {
  return <DataTableSkeleton columns={useLeadColumns()} rows={12} />;
}

function useLeadColumns() {
  return seesEverything(useRole()) ? leadColumns : ownLeadColumns;
}
