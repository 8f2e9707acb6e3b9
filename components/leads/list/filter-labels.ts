"use client";

import { useFormatter, useTimeZone, useTranslations } from "next-intl";
import { rangeOf } from "#components/data-table/day-ranges.ts";
import type { FilterOption } from "#components/data-table/options-filter.tsx";
import { chipText, type FilterKind, type OptionKind } from "#components/leads/list/filter-kinds.ts";
import { useLeadList } from "#components/leads/list/list-context.tsx";
import { useNow } from "#components/ui/now.tsx";
import type { LeadListParams } from "#lib/leads/filters.ts";
import { codStatuses, kpiStatuses, logisticStatuses } from "#lib/leads/model.ts";
import { dayOf } from "#lib/time/moment.ts";

/** What each filter offers to choose from. */
export function useFilterOptions(): Record<OptionKind, FilterOption[]> {
  const t = useTranslations("statuses");
  const { stores, tags, sellers } = useLeadList().options;
  const named = ({ id, name }: { id: string; name: string }) => ({ value: id, label: name });
  return {
    cod: codStatuses.map((value) => ({ value, label: t(`cod.${value}`) })),
    kpi: kpiStatuses.map((value) => ({ value, label: t(`kpi.${value}`) })),
    logistic: logisticStatuses.map((value) => ({ value, label: t(`logistic.${value}`) })),
    store: stores.map(named),
    tag: tags.map(named),
    seller: sellers.map(named),
  };
}

/** What a chip says that its filter lets through. */
export function useFilterText(): (params: LeadListParams, kind: FilterKind) => string {
  const t = useTranslations("leads.filters");
  const options = useFilterOptions();
  const daysText = useDaysText();
  return (params, kind) => {
    if (kind === "sku") return params.sku;
    if (kind === "arrived") return daysText(params.from, params.to);
    const labelOf = (value: string) => options[kind].find((option) => option.value === value)?.label;
    return chipText(params[kind].map((value) => labelOf(value) ?? t("unknown")));
  };
}

function useDaysText(): (from: Date | null, to: Date | null) => string {
  const t = useTranslations("leads.filters");
  const format = useFormatter();
  const today = dayOf(useNow(), useTimeZone() ?? "UTC");
  // The days are midnights in UTC, whatever the person's time zone.
  const write = (day: Date) => {
    const isThisYear = day.getUTCFullYear() === today.getUTCFullYear();
    return format.dateTime(day, {
      day: "numeric",
      month: "short",
      timeZone: "UTC",
      ...(!isThisYear && { year: "numeric" }),
    });
  };
  return (from, to) => {
    const range = rangeOf(from, to, today);
    if (range) return t(`ranges.${range}`);
    if (from && to)
      return from.getTime() === to.getTime()
        ? write(from)
        : t("between", { from: write(from), to: write(to) });
    if (from) return t("since", { day: write(from) });
    return to ? t("until", { day: write(to) }) : "";
  };
}
