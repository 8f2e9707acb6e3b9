"use client";

import { useTranslations } from "next-intl";
import { lazy, Suspense, useOptimistic, useState } from "react";
import { AssignDialog, CallBackDialog, ReasonDialog, TagDialog } from "#components/leads/dialogs.tsx";
import type { ListedLead, SelectedLead } from "#components/leads/lead-row.ts";
import { applyChange } from "#components/leads/list/apply-change.ts";
import { LateBanner } from "#components/leads/list/late-banner.tsx";
import { isLeadAct, type WorkActName, workActs } from "#components/leads/list/lead-acts.ts";
import { LeadCard, leadColumns } from "#components/leads/list/lead-columns.tsx";
import { LeadListProvider } from "#components/leads/list/list-context.tsx";
import { loadStatusItems } from "#components/leads/list/status-menu.tsx";
import { useLeadFilters } from "#components/leads/list/use-lead-filters.ts";
import { useLeadName } from "#components/leads/list/use-lead-name.ts";
import { useLeadTabs, useWaitingTabs } from "#components/leads/list/use-lead-tabs.tsx";
import { doneIds } from "#components/leads/status-result.ts";
import { useStatusChange } from "#components/leads/use-status-change.ts";
import { ListLoading } from "#components/list/list-loading.tsx";
import { ListView, type ShownList } from "#components/list/list-view.tsx";
import type { LetGo } from "#components/list/table/use-table-keys.ts";
import { useListParams } from "#components/list/use-list-params.ts";
import { useRole } from "#components/shell/shell-context.tsx";
import { callAction } from "#components/ui/call-action.ts";
import { useFetchedAhead } from "#components/ui/use-fetched-ahead.ts";
import { can } from "#lib/base/auth/permissions.ts";
import type { Count } from "#lib/base/list/page.ts";
import { listForSelectionAction } from "#lib/leads/actions.ts";
import { changeOfAct, type LeadActName } from "#lib/leads/acts.ts";
import { type LeadListParams, leadList } from "#lib/leads/list.ts";
import { refusalOf, type StatusChange } from "#lib/leads/model.ts";
import type { LeadFilterOptions, ViewCounts } from "#lib/leads/queries.ts";

function loadBulkActs() {
  return import("#components/leads/list/bulk-acts.tsx");
}

const BulkActs = lazy(() => loadBulkActs().then((module) => ({ default: module.BulkActs })));

export interface LeadListProps extends ShownList<ListedLead> {
  counts: ViewCounts;
  /** What came in lately, long after it was ordered. */
  late: Count;
  /** Come after the page: how many leads the filters leave in each tab, or how many there are where counting stopped. */
  laterCounts: Promise<ViewCounts | null> | null;
  options: LeadFilterOptions;
}

/** Something to be asked before leads are changed. */
interface Question {
  leads: SelectedLead[];
  letGo: LetGo;
}

interface CallBackQuestion {
  ids: string[];
  isOverride: boolean;
  letGo?: LetGo;
}

const keepSelection: LetGo = () => undefined;

/** The leads list: queues, the list itself, and what is done with its leads. */
export function LeadList({ counts, laterCounts, late, options, page, ...shown }: LeadListProps) {
  useFetchedAhead(loadStatusItems);
  useFetchedAhead(loadBulkActs);
  const nameOf = useLeadName();
  const acts = useTranslations("leads.acts");
  const unreachable = useTranslations("errors")("unreachable");
  const role = useRole();
  const { params } = useListParams(leadList);
  const tabs = useLeadTabs({ params, counts, laterCounts });
  const filters = useLeadFilters(options, params);
  const [leads, showChange] = useOptimistic(page.rows, applyChange<ListedLead>);
  const { changeStatus, progress } = useStatusChange({ showAtOnce: showChange });
  const [callBack, setCallBack] = useState<CallBackQuestion | null>(null);
  const [back, setBack] = useState<{ id: string; change: StatusChange } | null>(null);
  const [assigned, setAssigned] = useState<Question | null>(null);
  const [tagged, setTagged] = useState<Question | null>(null);
  const mayWork = can(role, "leads.write");
  const query = leadList.query(params);

  /** What is done leaves the selection; what was refused stays in it, as what is left to do. */
  function run(act: WorkActName, chosen: SelectedLead[], letGo: LetGo = keepSelection): void {
    const ids = idsOf(chosen);
    if (act === "tag") setTagged({ leads: chosen, letGo });
    else if (act === "assign") setAssigned({ leads: chosen, letGo });
    else if (act === "callBack") setCallBack({ ids, isOverride: false, letGo });
    else changeStatus({ ids, change: changeOfAct[act] }, (outcome) => letGo(doneIds(outcome)));
  }

  async function readPart(after: string) {
    const result = await callAction(() => listForSelectionAction({ query, after }), unreachable);
    return result.ok ? { ...result, data: { rows: result.data.leads, next: result.data.next } } : result;
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
      <ListView<ListedLead, LeadListParams, SelectedLead>
        {...shown}
        page={{ ...page, rows: leads }}
        list={leadList}
        tabs={tabs}
        banner={!params.late && <LateBanner late={late} />}
        columns={leadColumns}
        renderCard={(lead) => <LeadCard lead={lead} />}
        filters={filters}
        keys={workActs
          .filter((act) => can(role, act.permission))
          .map(({ key, name }) => ({
            key,
            label: acts(name),
            run: (rows, letGo) => run(name, rows, letGo),
            // Where all leads are, a lead that is done with stays in its place, and more may be done with it.
            movesOn: (lead) =>
              isLeadAct(name) && name !== "callBack" && params.view !== "all" && isOpen(lead, name),
          }))}
        {...(mayWork && {
          bulk: {
            nameOf,
            renderActs: (rows: SelectedLead[], letGo: LetGo) => (
              <Suspense>
                <BulkActs leads={rows} run={(act, chosen) => run(act, chosen, letGo)} progress={progress} />
              </Suspense>
            ),
            readPart,
          },
        })}
      />
      <CallBackDialog
        count={callBack?.ids.length ?? null}
        onClose={() => setCallBack(null)}
        onChoose={(callBackAt) => {
          if (callBack) {
            const { ids, isOverride, letGo = keepSelection } = callBack;
            const change = { field: "codStatus", to: "postponed" } as const;
            changeStatus({ ids, isOverride, change, callBackAt }, (outcome) => letGo(doneIds(outcome)));
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
        onDone={() => tagged?.letGo()}
        onClose={() => setTagged(null)}
      />
      <AssignDialog
        ids={assigned && idsOf(assigned.leads)}
        sellers={options.sellers}
        onDone={() => assigned?.letGo()}
        onClose={() => setAssigned(null)}
      />
    </LeadListProvider>
  );
}

function isOpen(lead: SelectedLead, act: LeadActName): boolean {
  return refusalOf(lead, changeOfAct[act]) === null;
}

function idsOf(leads: SelectedLead[]): string[] {
  return leads.map((lead) => lead.id);
}

export function LeadsLoading() {
  return (
    <ListLoading
      list="leads"
      tabs={useWaitingTabs()}
      columns={leadColumns}
      selectable={can(useRole(), "leads.write")}
    />
  );
}
