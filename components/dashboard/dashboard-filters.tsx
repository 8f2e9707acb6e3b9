"use client";

import { ChevronDown, ListFilter, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { lazy, useRef } from "react";
import { useDashboardParams } from "#components/dashboard/use-dashboard-params.ts";
import { usePageKeys } from "#components/keys/page-keys.ts";
import { OptionsFilter } from "#components/list/filters/options-filter.tsx";
import { useStoreOptions } from "#components/list/filters/use-store-options.ts";
import { Button } from "#components/ui/button.tsx";
import { Popover, PopoverContent, PopoverTrigger } from "#components/ui/popover.tsx";
import { noDashboardFilters } from "#lib/kpi/filters.ts";
import type { DashboardOptions } from "#lib/kpi/model.ts";
import { leadSources } from "#lib/leads/model.ts";

/** Only who looks for a product loads what finds one. */
const ProductFilter = lazy(() =>
  import("#components/dashboard/product-filter.tsx").then((module) => ({ default: module.ProductFilter })),
);

/** Of which stores, sellers, sources or product the dashboard is; the rarer ones, and on phones all, behind one button. */
export function DashboardFilters({ options }: { options: DashboardOptions }) {
  const t = useTranslations("dashboard.filters");
  const { params, change } = useDashboardParams();
  const choices = useChoices(options);
  const isNarrowed = choices.some(({ chosen }) => chosen.length > 0) || params.product !== "";
  const clear = () => change(noDashboardFilters);
  const container = useRef<HTMLDivElement>(null);

  /** The first filter that is on this screen. */
  function open(): void {
    const buttons = [...(container.current?.querySelectorAll("button") ?? [])];
    buttons.find((button) => button.offsetParent !== null)?.click();
  }

  usePageKeys([{ keys: ["f"], label: t("title"), run: open }]);
  return (
    <div ref={container} className="flex items-center gap-2">
      <div className="flex flex-wrap items-center gap-2 max-md:hidden">
        {choices
          .filter(({ isUsual, chosen }) => isUsual || chosen.length > 0)
          .map((choice) => (
            <ChoiceButton key={choice.label} {...choice} />
          ))}
        {params.product && (
          <Button onClick={() => change({ product: null })} aria-label={t("removeProduct")}>
            <span className="max-w-40 truncate">{t("product", { sku: params.product })}</span>
            <X aria-hidden />
          </Button>
        )}
        {isNarrowed && (
          <Button variant="ghost" onClick={clear}>
            {t("clear")}
          </Button>
        )}
      </div>
      <Popover>
        <PopoverTrigger asChild>
          <Button
            size="icon"
            aria-label={t("title")}
            title={t("title")}
            className={isNarrowed ? "max-md:border-brand" : undefined}
          >
            <ListFilter aria-hidden />
          </Button>
        </PopoverTrigger>
        <PopoverContent align="end" className="grid w-80 gap-4">
          {choices.map(({ label, isUsual, all: _, ...choice }) => (
            <div key={label} className={isUsual ? "md:hidden" : undefined}>
              <p className="mb-1 font-medium text-heading text-sm">{label}</p>
              <OptionsFilter label={label} {...choice} />
            </div>
          ))}
          <ProductFilter sku={params.product} onChange={(sku) => change({ product: sku || null })} />
          {isNarrowed && <Button onClick={clear}>{t("clear")}</Button>}
        </PopoverContent>
      </Popover>
    </div>
  );
}

/** What can be chosen; of one store or seller there is no choice. */
function useChoices(options: DashboardOptions): ChoiceProps[] {
  const t = useTranslations("dashboard.filters");
  const sources = useTranslations("dashboard.tables.sourceOf");
  const { params, change } = useDashboardParams();
  const storeOptions = useStoreOptions(options.stores);
  const named = [
    {
      label: t("stores"),
      isUsual: true,
      all: t("allStores"),
      options: storeOptions,
      chosen: params.store,
      onChange: (store: string[]) => change({ store }),
    },
    {
      label: t("sellers"),
      isUsual: true,
      all: t("allSellers"),
      options: toOptions(options.sellers),
      chosen: params.seller,
      onChange: (seller: string[]) => change({ seller }),
    },
  ].filter((choice) => choice.options.length > 1);
  return [
    ...named,
    {
      label: t("sources"),
      isUsual: false,
      all: t("allSources"),
      options: leadSources.map((value) => ({ value, label: sources(value) })),
      chosen: params.source,
      onChange: (chosen) => change({ source: leadSources.filter((source) => chosen.includes(source)) }),
    },
  ];
}

function toOptions(named: { id: string; name: string }[]): { value: string; label: string }[] {
  return named.map(({ id, name }) => ({ value: id, label: name }));
}

interface ChoiceProps {
  label: string;
  /** Whether it has a button of its own on laptops; the others have one while something of them is chosen. */
  isUsual: boolean;
  /** What is shown while nothing is chosen. */
  all: string;
  options: { value: string; label: string }[];
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
}

function ChoiceButton({ label, all, options, chosen, onChange }: Omit<ChoiceProps, "isUsual">) {
  const t = useTranslations("dashboard.filters");
  const common = useTranslations("common");
  const [only, ...others] = chosen;
  const name = options.find(({ value }) => value === only)?.label;
  const text = others.length > 0 || (only && !name) ? t("some", { count: chosen.length }) : (name ?? all);
  return (
    <Popover>
      <PopoverTrigger asChild>
        <Button
          aria-label={common("labelled", { label, value: text })}
          className={chosen.length > 0 ? "border-brand" : undefined}
        >
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
