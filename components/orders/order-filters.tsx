"use client";

import { useTranslations } from "next-intl";
import { useQueryStates } from "nuqs";
import { type ReactNode, useTransition } from "react";
import { DaysFilter, useDaysText } from "#components/data-table/days-filter.tsx";
import { FilterBar, type ListFilter } from "#components/data-table/filter-bar.tsx";
import { chosenText, type FilterOption, OptionsFilter } from "#components/data-table/options-filter.tsx";
import { cn } from "#components/ui/cn.ts";
import { type OrderListParams, orderListParams } from "#lib/orders/filters.ts";
import { orderStatuses, paymentStatuses } from "#lib/orders/model.ts";

/** A change of the list's parameters; null is the default. */
type OrderPatch = { [Name in keyof OrderListParams]?: OrderListParams[Name] | null };

interface Named {
  id: string;
  name: string;
}

export interface OrderFiltersProps {
  stores: Named[];
  /** None for those who see only their own orders. */
  sellers: Named[];
  /** What stands at the right of the bar. */
  acts?: ReactNode;
  /** The list. */
  children: ReactNode;
}

/** The search and the filters of the orders list, in the address, and the list below; it pales while other rows are on the way. */
export function OrderFilters({ stores, sellers, acts, children }: OrderFiltersProps) {
  const t = useTranslations("orders");
  const [isPending, startTransition] = useTransition();
  const [params, setParams] = useQueryStates(orderListParams, {
    shallow: false,
    history: "push",
    startTransition,
  });
  const change = (patch: OrderPatch) => void setParams({ ...patch, after: null, before: null });
  const filters = useOrderFilters({ params, change, stores, sellers });
  return (
    <>
      <FilterBar
        search={{
          value: params.q,
          placeholder: t("searchPlaceholder"),
          onChange: (q) => change({ q: q || null }),
        }}
        filters={filters}
        onClear={() =>
          change({ q: null, status: null, payment: null, store: null, seller: null, from: null, to: null })
        }
        acts={acts}
      />
      <div aria-busy={isPending} className={cn("transition-opacity", isPending && "opacity-60")}>
        {children}
      </div>
    </>
  );
}

interface FilterInput {
  params: OrderListParams;
  change: (patch: OrderPatch) => void;
  stores: Named[];
  sellers: Named[];
}

function useOrderFilters({ params, change, stores, sellers }: FilterInput): ListFilter[] {
  const t = useTranslations("orders.filters");
  const statuses = useTranslations("statuses");
  const unknown = useTranslations("table.filters")("unknown");
  const daysText = useDaysText();
  const named = ({ id, name }: Named) => ({ value: id, label: name });

  function options<Id extends "status" | "payment" | "store" | "seller">(
    id: Id,
    label: string,
    choices: FilterOption<OrderListParams[Id][number]>[],
  ): ListFilter {
    const chosen: OrderListParams[Id][number][] = params[id];
    return {
      id,
      label,
      text: chosenText(choices, chosen, unknown),
      editor: (
        <OptionsFilter
          label={label}
          options={choices}
          chosen={chosen}
          onChange={(next) => change({ [id]: next.length > 0 ? next : null })}
        />
      ),
      takeOff: () => change({ [id]: null }),
    };
  }

  const list = [
    options(
      "status",
      t("status"),
      orderStatuses.map((value) => ({ value, label: statuses(`order.${value}`) })),
    ),
    options(
      "payment",
      t("payment"),
      paymentStatuses.map((value) => ({ value, label: statuses(`payment.${value}`) })),
    ),
    options("store", t("store"), stores.map(named)),
    {
      id: "date",
      label: t("date"),
      text: daysText(params),
      editor: <DaysFilter from={params.from} to={params.to} onChange={change} />,
      takeOff: () => change({ from: null, to: null }),
    },
  ];
  return sellers.length > 0 ? [...list, options("seller", t("seller"), sellers.map(named))] : list;
}
