"use client";

import { useTranslations } from "next-intl";
import type { ListFilter } from "#components/list/filters/filter-bar.tsx";
import type { FilterOption } from "#components/list/filters/options-filter.tsx";
import { useListFilters } from "#components/list/filters/use-list-filters.tsx";
import type { ListPatch } from "#components/list/use-list-params.ts";
import type { OrderListParams } from "#lib/orders/filters.ts";
import { orderStatuses, paymentStatuses } from "#lib/sales/statuses.ts";

interface Named {
  id: string;
  name: string;
}

/** The stores and sellers that orders can be filtered by. */
export interface OrderFilterOptions {
  stores: Named[];
  /** None for those who see only their own orders. */
  sellers: Named[];
}

/** The filters that let some of a set through. */
type OptionKind = "status" | "payment" | "store" | "seller";

export interface OrderFiltersInput {
  params: OrderListParams;
  options: OrderFilterOptions;
  change: (patch: ListPatch<OrderListParams>) => void;
}

/** What orders can be filtered by. */
export function useOrderFilters({ params, options, change }: OrderFiltersInput): ListFilter[] {
  const t = useTranslations("orders.filters");
  const statuses = useTranslations("statuses");
  const { optionsFilter, daysFilter } = useListFilters();
  const named = ({ id, name }: Named) => ({ value: id, label: name });

  function some<Kind extends OptionKind>(
    id: Kind,
    label: string,
    choices: FilterOption<OrderListParams[Kind][number]>[],
  ) {
    const chosen: OrderListParams[Kind][number][] = params[id];
    return optionsFilter({ id, label, options: choices, chosen, onChange: (next) => change({ [id]: next }) });
  }

  const filters = [
    some(
      "status",
      t("status"),
      orderStatuses.map((value) => ({ value, label: statuses(`order.${value}`) })),
    ),
    some(
      "payment",
      t("payment"),
      paymentStatuses.map((value) => ({ value, label: statuses(`payment.${value}`) })),
    ),
    some("store", t("store"), options.stores.map(named)),
    daysFilter({ id: "date", label: t("date"), days: params, onChange: change }),
  ];
  return options.sellers.length > 0
    ? [...filters, some("seller", t("seller"), options.sellers.map(named))]
    : filters;
}
