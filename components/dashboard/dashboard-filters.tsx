"use client";

import { ChevronDown, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useDashboardParams } from "#components/dashboard/use-dashboard-params.ts";
import { OptionsFilter } from "#components/list/filters/options-filter.tsx";
import { Button } from "#components/ui/button.tsx";
import { Popover, PopoverContent, PopoverTrigger } from "#components/ui/popover.tsx";
import { noDashboardFilters } from "#lib/kpi/filters.ts";
import type { DashboardOptions } from "#lib/kpi/model.ts";
import { leadSources } from "#lib/leads/model.ts";

/** Of which stores, sellers, sources or product the dashboard is. */
export function DashboardFilters({ options }: { options: DashboardOptions }) {
  const t = useTranslations("dashboard.filters");
  const sources = useTranslations("dashboard.tables.sourceOf");
  const { params, change } = useDashboardParams();
  const isNarrowed = [params.store, params.seller, params.source].some(({ length }) => length > 0);
  return (
    <div className="flex flex-wrap items-center gap-2 print:hidden">
      {options.stores.length > 1 && (
        <Choice
          label={t("stores")}
          all={t("allStores")}
          options={toOptions(options.stores)}
          chosen={params.store}
          onChange={(store) => change({ store })}
        />
      )}
      {options.sellers.length > 1 && (
        <Choice
          label={t("sellers")}
          all={t("allSellers")}
          options={toOptions(options.sellers)}
          chosen={params.seller}
          onChange={(seller) => change({ seller })}
        />
      )}
      <Choice
        label={t("sources")}
        all={t("allSources")}
        options={leadSources.map((value) => ({ value, label: sources(value) }))}
        chosen={params.source}
        onChange={(source) => change({ source })}
      />
      {params.product && (
        <Button onClick={() => change({ product: null })} aria-label={t("removeProduct")}>
          {t("product", { sku: params.product })}
          <X aria-hidden />
        </Button>
      )}
      {(isNarrowed || params.product) && (
        <Button variant="ghost" onClick={() => change(noDashboardFilters)}>
          {t("clear")}
        </Button>
      )}
    </div>
  );
}

function toOptions(named: { id: string; name: string }[]): { value: string; label: string }[] {
  return named.map(({ id, name }) => ({ value: id, label: name }));
}

interface ChoiceProps<Value extends string> {
  label: string;
  /** What is shown while nothing is chosen. */
  all: string;
  options: { value: Value; label: string }[];
  chosen: readonly Value[];
  onChange: (chosen: Value[]) => void;
}

function Choice<Value extends string>({ label, all, options, chosen, onChange }: ChoiceProps<Value>) {
  const t = useTranslations("dashboard.filters");
  const [only, ...others] = chosen;
  const name = options.find(({ value }) => value === only)?.label;
  const text = others.length > 0 || (only && !name) ? t("some", { count: chosen.length }) : (name ?? all);
  return (
    <Popover>
      <PopoverTrigger asChild>
        <Button aria-label={`${label}: ${text}`} className={chosen.length > 0 ? "border-brand" : undefined}>
          <span className="max-w-40 truncate">{text}</span>
          <ChevronDown aria-hidden />
        </Button>
      </PopoverTrigger>
      <PopoverContent align="end">
        <OptionsFilter label={label} options={options} chosen={chosen} onChange={onChange} />
      </PopoverContent>
    </Popover>
  );
}
