"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useOptimistic, useState } from "react";
import { useLeadColumns } from "#components/leads/lead-columns.tsx";
import type { ListedLead } from "#components/leads/lead-row.ts";
import { applyChange } from "#components/leads/list/apply-change.ts";
import { AssignDialog } from "#components/leads/list/assign-dialog.tsx";
import { CallBackDialog } from "#components/leads/list/call-back-dialog.tsx";
import type { LeadAct } from "#components/leads/list/lead-acts.ts";
import { LeadTable } from "#components/leads/list/lead-table.tsx";
import { LeadListProvider } from "#components/leads/list/list-context.tsx";
import { ReasonDialog } from "#components/leads/list/reason-dialog.tsx";
import { LeadTabs, type ViewCounts } from "#components/leads/list/tabs.tsx";
import { TagDialog } from "#components/leads/list/tag-dialog.tsx";
import { useLeadFilters } from "#components/leads/list/use-lead-filters.tsx";
import { useStatusChange } from "#components/leads/use-status-change.ts";
import { FilterBar } from "#components/list/filters/filter-bar.tsx";
import { ListActs } from "#components/list/list-acts.tsx";
import type { ListLook } from "#components/list/looks/list-look.ts";
import { type SaveLook, useListLook } from "#components/list/looks/use-list-look.ts";
import type { SaveView } from "#components/list/saved-views/save-view-button.tsx";
import { useListParams } from "#components/list/use-list-params.ts";
import type { ActionResult } from "#lib/base/auth/action-result.ts";
import type { SavedView } from "#lib/base/list/saved-views/queries.ts";
import type { ColumnId } from "#lib/export/columns.ts";
import { leadListParams, leadListUrl, noLeadFilters } from "#lib/leads/filters.ts";
import type { StatusChange } from "#lib/leads/model.ts";
import type { LeadFilterOptions, LeadPage } from "#lib/leads/queries.ts";
import type { ReassignInput } from "#lib/leads/schema.ts";

export interface ListedPage extends Omit<LeadPage, "rows"> {
  rows: ListedLead[];
}

export interface LeadListViewProps {
  page: ListedPage;
  counts: ViewCounts;
  options: LeadFilterOptions;
  look: ListLook;
  exportColumns: ColumnId[];
  /** What stands in the place of an empty list. */
  empty: ReactNode;
  saveLook: SaveLook;
  savedViews: SavedView[];
  saveView: SaveView;
  reassign: (request: ReassignInput) => Promise<ActionResult<{ reassigned: number }>>;
}

/** Something to be asked before leads are changed. */
interface Question {
  leads: ListedLead[];
  onDone: () => void;
}

interface CallBackQuestion {
  ids: string[];
  isOverride: boolean;
  onDone?: () => void;
}

/** The leads list: queues, search and filters, the table, and what is done with its leads. */
export function LeadListView({
  page,
  counts,
  options,
  empty,
  savedViews,
  saveView,
  reassign,
  exportColumns,
  ...props
}: LeadListViewProps) {
  const t = useTranslations("leads.filters");
  const columnNames = useTranslations("leads.columns");
  const { params, change, isPending } = useListParams(leadListParams);
  const { look, changeLook } = useListLook("leads", props.look, props.saveLook);
  const columns = useLeadColumns();
  const [leads, showChange] = useOptimistic(page.rows, applyChange<ListedLead>);
  const { changeStatus } = useStatusChange({ showAtOnce: showChange });
  const [callBack, setCallBack] = useState<CallBackQuestion | null>(null);
  const [back, setBack] = useState<{ id: string; change: StatusChange } | null>(null);
  const [assigned, setAssigned] = useState<Question | null>(null);
  const [tagged, setTagged] = useState<Question | null>(null);
  const query = leadListUrl({ ...params, after: null, before: null });

  function run(act: LeadAct, chosen: ListedLead[], onDone: () => void = () => undefined): void {
    const ids = idsOf(chosen);
    if (act.change) {
      changeStatus({ ids, change: act.change });
      onDone();
    } else if (act.name === "callBack") setCallBack({ ids, isOverride: false, onDone });
    else if (act.name === "tag") setTagged({ leads: chosen, onDone });
    else setAssigned({ leads: chosen, onDone });
  }

  return (
    <LeadListProvider
      value={{
        query,
        options,
        run,
        changeStatus,
        askCallBack: (ids, isOverride) => setCallBack({ ids, isOverride }),
        askReason: (id, to) => setBack({ id, change: to }),
      }}
    >
      <LeadTabs params={params} counts={counts} />
      <FilterBar
        search={{ value: params.q, placeholder: t("search"), onChange: (q) => change({ q: q || null }) }}
        filters={useLeadFilters({ params, options, change })}
        onClear={() => change(noLeadFilters)}
        acts={
          <ListActs
            list="leads"
            query={query}
            count={page}
            columns={columns.map(({ id }) => ({ id, label: columnNames(id), fixed: id === "customer" }))}
            exportColumns={exportColumns}
            look={look}
            onLook={changeLook}
            savedViews={savedViews}
            saveView={saveView}
          />
        }
      />
      <LeadTable
        page={page}
        leads={leads}
        params={params}
        look={look}
        isPending={isPending}
        empty={empty}
        run={run}
      />
      <CallBackDialog
        count={callBack?.ids.length ?? null}
        onClose={() => setCallBack(null)}
        onChoose={(callBackAt) => {
          if (callBack) {
            const { ids, isOverride, onDone } = callBack;
            changeStatus({ ids, isOverride, change: { field: "codStatus", to: "postponed" }, callBackAt });
            onDone?.();
          }
          setCallBack(null);
        }}
      />
      <ReasonDialog
        change={back?.change ?? null}
        onClose={() => setBack(null)}
        onReason={(note) => {
          if (back) changeStatus({ ids: [back.id], change: back.change, note });
          setBack(null);
        }}
      />
      <TagDialog
        leads={tagged?.leads ?? null}
        tags={options.tags}
        onDone={() => tagged?.onDone()}
        onClose={() => setTagged(null)}
      />
      <AssignDialog
        ids={assigned && idsOf(assigned.leads)}
        sellers={options.sellers}
        assign={reassign}
        onDone={() => assigned?.onDone()}
        onClose={() => setAssigned(null)}
      />
    </LeadListProvider>
  );
}

function idsOf(leads: ListedLead[]): string[] {
  return leads.map((lead) => lead.id);
}
