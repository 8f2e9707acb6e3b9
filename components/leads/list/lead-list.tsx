"use client";

import { useTranslations } from "next-intl";
import { useOptimistic, useState } from "react";
import { AssignDialog, CallBackDialog, ReasonDialog, TagDialog } from "#components/leads/dialogs.tsx";
import type { ListedLead } from "#components/leads/lead-row.ts";
import { applyChange } from "#components/leads/list/apply-change.ts";
import { BulkActs } from "#components/leads/list/bulk-acts.tsx";
import { type LeadAct, leadActs } from "#components/leads/list/lead-acts.ts";
import { LeadCard, leadColumns } from "#components/leads/list/lead-columns.tsx";
import { LeadListProvider } from "#components/leads/list/list-context.tsx";
import { LeadTabs, type ViewCounts } from "#components/leads/list/tabs.tsx";
import { useStatusChange } from "#components/leads/use-status-change.ts";
import { optionOf, optionsOf } from "#components/list/filters/options-filter.tsx";
import type { FilterMakers } from "#components/list/filters/use-filter-makers.tsx";
import { useRemovableOptions } from "#components/list/filters/use-removable-options.ts";
import { ListLoading } from "#components/list/list-loading.tsx";
import { ListView, type ShownList } from "#components/list/list-view.tsx";
import { useListParams } from "#components/list/use-list-params.ts";
import { useRole } from "#components/shell/shell-context.tsx";
import { can, seesEverything } from "#lib/base/auth/permissions.ts";
import { type LeadListParams, leadList } from "#lib/leads/list.ts";
import { leadSources, type StatusChange } from "#lib/leads/model.ts";
import type { LeadFilterOptions } from "#lib/leads/queries.ts";
import { leadFigureNames } from "#lib/leads/steps.ts";
import { codStatuses, kpiStatuses, logisticStatuses } from "#lib/sales/statuses.ts";

export interface LeadListProps extends ShownList<ListedLead> {
  counts: ViewCounts;
  options: LeadFilterOptions;
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

/** The leads list: queues, the list itself, and what is done with its leads. */
export function LeadList({ counts, options, page, ...shown }: LeadListProps) {
  const t = useTranslations("leads");
  const acts = useTranslations("leads.acts");
  const startCalling = useTranslations("calling")("start");
  const role = useRole();
  const filters = useLeadFilters(options);
  const { params } = useListParams(leadList);
  const [leads, showChange] = useOptimistic(page.rows, applyChange<ListedLead>);
  const { changeStatus } = useStatusChange({ showAtOnce: showChange });
  const [callBack, setCallBack] = useState<CallBackQuestion | null>(null);
  const [back, setBack] = useState<{ id: string; change: StatusChange } | null>(null);
  const [assigned, setAssigned] = useState<Question | null>(null);
  const [tagged, setTagged] = useState<Question | null>(null);
  const mayWork = can(role, "leads.write");

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
        query: leadList.query(params),
        options,
        run,
        changeStatus,
        askCallBack: (ids, isOverride) => setCallBack({ ids, isOverride }),
        askReason: (id, to) => setBack({ id, change: to }),
      }}
    >
      <LeadTabs params={params} counts={counts} />
      <ListView
        {...shown}
        page={{ ...page, rows: leads }}
        list={leadList}
        columns={leadColumns}
        renderCard={(lead) => <LeadCard lead={lead} />}
        filters={filters}
        keys={leadActs
          .filter((act) => can(role, act.permission))
          .map((act) => ({
            key: act.key,
            label: acts(act.name),
            run: (rows: ListedLead[], clear: () => void) => run(act, rows, clear),
          }))}
        pageKeys={mayWork ? [{ key: "c", label: startCalling }] : []}
        {...(mayWork && {
          bulk: {
            nameOf: (lead: ListedLead) => lead.customerName ?? t("noName"),
            renderActs: (rows: ListedLead[], clear: () => void) => (
              <BulkActs leads={rows} run={(act, chosen) => run(act, chosen, clear)} />
            ),
          },
        })}
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
        onDone={() => assigned?.onDone()}
        onClose={() => setAssigned(null)}
      />
    </LeadListProvider>
  );
}

function idsOf(leads: ListedLead[]): string[] {
  return leads.map((lead) => lead.id);
}

/** What leads can be filtered by; by seller only for those who see the whole workspace. */
function useLeadFilters({ stores, tags, sellers }: LeadFilterOptions) {
  const t = useTranslations("leads.filters");
  const statuses = useTranslations("statuses");
  const figures = useTranslations("leads.figures");
  const sources = useTranslations("leads.source");
  const seesAll = seesEverything(useRole());
  const storeOptions = useRemovableOptions(stores);
  return ({ some, days, code }: FilterMakers<LeadListParams>) => [
    some(
      "cod",
      t("cod"),
      optionsOf(codStatuses, (one) => statuses(`cod.${one}`)),
    ),
    some(
      "kpi",
      t("kpi"),
      optionsOf(kpiStatuses, (one) => statuses(`kpi.${one}`)),
    ),
    some(
      "logistic",
      t("logistic"),
      optionsOf(logisticStatuses, (one) => statuses(`logistic.${one}`)),
    ),
    some(
      "figure",
      t("figure"),
      optionsOf(leadFigureNames, (one) => figures(one)),
    ),
    some(
      "source",
      t("source"),
      optionsOf(leadSources, (one) => sources(one)),
    ),
    some("store", t("store"), storeOptions),
    some("tag", t("tag"), tags.map(optionOf)),
    days(t("arrived")),
    ...(seesAll ? [some("seller", t("seller"), sellers.map(optionOf))] : []),
    code("sku", t("sku")),
    code("currency", t("currency")),
  ];
}

export function LeadsLoading() {
  return <ListLoading list="leads" columns={leadColumns} selectable={can(useRole(), "leads.write")} />;
}
