"use client";

import { useTranslations } from "next-intl";
import { optionOf, optionsOf } from "#components/list/filters/options.ts";
import type { FilterMakers } from "#components/list/filters/use-filter-makers.ts";
import { useStoreOptions } from "#components/list/filters/use-store-options.ts";
import { useRole } from "#components/shell/shell-context.tsx";
import { seesEverything } from "#lib/base/auth/permissions.ts";
import { type LeadListParams, leadPayments } from "#lib/leads/list.ts";
import { leadSources } from "#lib/leads/model.ts";
import type { LeadFilterOptions } from "#lib/leads/queries.ts";
import { shownStatuses, shownStatusNames } from "#lib/leads/shown-status.ts";
import { leadFigureNames } from "#lib/leads/steps.ts";
import { codStatuses, kpiStatuses, logisticStatuses } from "#lib/sales/statuses.ts";

/**
 * What leads can be filtered by: what they show, by its words; what that is made of stands under "More". Whoever pays ahead is not asked,
 * which is no answer of a buyer: it stands under how it is paid. By seller only for those who see the whole workspace.
 */
export function useLeadFilters({ stores, tags, sellers }: LeadFilterOptions, { cod }: LeadListParams) {
  const t = useTranslations("leads.filters");
  const statuses = useTranslations("statuses");
  const figures = useTranslations("leads.figures");
  const sources = useTranslations("leads.source");
  const payments = useTranslations("leads.payments");
  const storeOptions = useStoreOptions(stores);
  const seesAll = seesEverything(useRole());
  // An address from before may still ask for it.
  const askedFor = codStatuses.filter((status) => status !== "not_cod" || cod.includes(status));
  return ({ some, days, onlyIf, code }: FilterMakers<LeadListParams>) => [
    some(
      "status",
      t("status"),
      optionsOf(shownStatusNames, (one) => statuses(shownStatuses[one])),
    ),
    some("store", t("store"), storeOptions),
    some("tag", t("tag"), tags.map(optionOf)),
    days(t("arrived"), "arrived"),
    onlyIf("late", t("late")),
    ...(seesAll ? [some("seller", t("seller"), sellers.map(optionOf))] : []),
    code("sku", t("sku")),
    ...[
      some(
        "cod",
        t("cod"),
        optionsOf(askedFor, (one) => statuses(`cod.${one}`)),
      ),
      some(
        "logistic",
        t("logistic"),
        optionsOf(logisticStatuses, (one) => statuses(`logistic.${one}`)),
      ),
      some(
        "payment",
        t("payment"),
        optionsOf(leadPayments, (one) => payments(one)),
      ),
      some(
        "kpi",
        t("kpi"),
        optionsOf(kpiStatuses, (one) => statuses(`kpi.${one}`)),
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
      code("currency", t("currency")),
    ].map((filter) => ({ ...filter, isUnderMore: true })),
  ];
}
