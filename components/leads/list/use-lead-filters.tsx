"use client";

import { useTranslations } from "next-intl";
import { SkuFilter } from "#components/leads/list/sku-filter.tsx";
import type { ListFilter } from "#components/list/filters/filter-bar.tsx";
import type { FilterOption } from "#components/list/filters/options-filter.tsx";
import { useListFilters } from "#components/list/filters/use-list-filters.tsx";
import type { ListPatch } from "#components/list/use-list-params.ts";
import { useRole } from "#components/shell/shell-context.tsx";
import { seesEverything } from "#lib/base/auth/permissions.ts";
import type { LeadListParams } from "#lib/leads/filters.ts";
import type { LeadFilterOptions } from "#lib/leads/queries.ts";
import { codStatuses, kpiStatuses, logisticStatuses } from "#lib/sales/statuses.ts";

/** The filters that let some of a set through. */
type OptionKind = "cod" | "kpi" | "logistic" | "store" | "tag" | "seller";

export interface LeadFiltersInput {
  params: LeadListParams;
  options: LeadFilterOptions;
  change: (patch: ListPatch<LeadListParams>) => void;
}

/** What leads can be filtered by; by seller and SKU only for those who see the whole workspace. */
export function useLeadFilters({ params, options, change }: LeadFiltersInput): ListFilter[] {
  const t = useTranslations("leads.filters");
  const statuses = useTranslations("statuses");
  const mayAskForAll = seesEverything(useRole());
  const { optionsFilter, daysFilter } = useListFilters();
  const named = ({ id, name }: { id: string; name: string }) => ({ value: id, label: name });

  function some<Kind extends OptionKind>(
    id: Kind,
    label: string,
    choices: FilterOption<LeadListParams[Kind][number]>[],
  ) {
    const chosen: LeadListParams[Kind][number][] = params[id];
    return optionsFilter({ id, label, options: choices, chosen, onChange: (next) => change({ [id]: next }) });
  }

  const filters = [
    some(
      "cod",
      t("kinds.cod"),
      codStatuses.map((value) => ({ value, label: statuses(`cod.${value}`) })),
    ),
    some(
      "kpi",
      t("kinds.kpi"),
      kpiStatuses.map((value) => ({ value, label: statuses(`kpi.${value}`) })),
    ),
    some(
      "logistic",
      t("kinds.logistic"),
      logisticStatuses.map((value) => ({ value, label: statuses(`logistic.${value}`) })),
    ),
    some("store", t("kinds.store"), options.stores.map(named)),
    some("tag", t("kinds.tag"), options.tags.map(named)),
    daysFilter({ id: "arrived", label: t("kinds.arrived"), days: params, onChange: change }),
  ];
  if (!mayAskForAll) return filters;
  const sku = {
    id: "sku",
    label: t("kinds.sku"),
    text: params.sku || null,
    editor: <SkuFilter sku={params.sku} onChange={(text) => change({ sku: text || null })} />,
    takeOff: () => change({ sku: null }),
  };
  return [...filters, some("seller", t("kinds.seller"), options.sellers.map(named)), sku];
}
