"use client";

import { useTranslations } from "next-intl";
import type { ListLook } from "#components/data-table/list-look.ts";
import { ViewMenu } from "#components/data-table/view-menu.tsx";
import { ExportButton } from "#components/export/export-button.tsx";
import { useLeadColumns } from "#components/leads/lead-columns.tsx";
import type { ListedPage } from "#components/leads/list/lead-list-view.tsx";
import { type SaveView, SaveViewButton } from "#components/views/save-view-button.tsx";
import { isNarrowed, type LeadListParams } from "#lib/leads/filters.ts";

export interface ListActsProps {
  params: LeadListParams;
  query: string;
  page: ListedPage;
  look: ListLook;
  onLook: (look: ListLook) => void;
  saveView: SaveView;
}

/** What can be done with the list as a whole. */
export function ListActs({ params, query, page, look, onLook, saveView }: ListActsProps) {
  const t = useTranslations("leads.columns");
  const columns = useLeadColumns().map(({ id }) => ({
    id,
    label: t(id),
    fixed: id === "customer",
  }));
  return (
    <>
      {isNarrowed(params) && <SaveViewButton list="leads" query={query.replace("?", "")} save={saveView} />}
      <ViewMenu columns={columns} look={look} onChange={onLook} />
      <ExportButton list="leads" href={`/leads/export${query}`} total={page.total} isCapped={page.isCapped} />
    </>
  );
}
