"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { FilterBar } from "#components/data-table/filter-bar.tsx";
import { useListParams } from "#components/data-table/use-list-params.ts";
import { type OrderFilterOptions, useOrderFilters } from "#components/orders/use-order-filters.tsx";
import { cn } from "#components/ui/cn.ts";
import { noOrderFilters, orderListParams } from "#lib/orders/filters.ts";

export interface OrderFiltersProps {
  options: OrderFilterOptions;
  /** What stands at the right of the bar. */
  acts?: ReactNode;
  /** The list. */
  children: ReactNode;
}

/** The search and the filters of the orders list, in the address, and the list below; it pales while other rows are on the way. */
export function OrderFilters({ options, acts, children }: OrderFiltersProps) {
  const t = useTranslations("orders");
  const { params, change, isPending } = useListParams(orderListParams);
  return (
    <>
      <FilterBar
        search={{
          value: params.q,
          placeholder: t("searchPlaceholder"),
          onChange: (q) => change({ q: q || null }),
        }}
        filters={useOrderFilters({ params, options, change })}
        onClear={() => change(noOrderFilters)}
        acts={acts}
      />
      <div aria-busy={isPending} className={cn("transition-opacity", isPending && "opacity-60")}>
        {children}
      </div>
    </>
  );
}
