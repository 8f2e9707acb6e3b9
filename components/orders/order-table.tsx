"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { ListLook } from "#components/list/looks/list-look.ts";
import { DataTable } from "#components/list/table/data-table.tsx";
import { DataTableFooter } from "#components/list/table/data-table-footer.tsx";
import { DataTableSkeleton } from "#components/list/table/data-table-skeleton.tsx";
import { byAmount, byTime, choicesOf } from "#components/list/table/sorting.ts";
import { OrderCard } from "#components/orders/order-card.tsx";
import { useOrderColumns } from "#components/orders/order-columns.tsx";
import type { ListedOrder } from "#components/orders/order-row.ts";
import type { Page } from "#lib/base/list/page.ts";
import { type OrderListParams, orderListUrl, orderPageSizes, orderSorts } from "#lib/orders/filters.ts";

export interface OrderTableProps {
  page: Page<ListedOrder>;
  params: OrderListParams;
  look: ListLook;
  isPending: boolean;
  empty: ReactNode;
}

export function OrderTable({ page, params, look, isPending, empty }: OrderTableProps) {
  const t = useTranslations("orders");
  const hrefOf = (patch: Partial<OrderListParams>) =>
    orderListUrl("/orders", { ...params, after: "", before: "", ...patch });
  return (
    <DataTable
      label={t("title")}
      columns={useOrderColumns()}
      rows={page.rows}
      getRowId={(order) => order.id}
      renderCard={(order) => <OrderCard order={order} />}
      empty={empty}
      look={look}
      isPending={isPending}
      sorts={{
        date: byTime(params.sort, (sort) => hrefOf({ sort })),
        total: byAmount("total", params.sort, (sort) => hrefOf({ sort })),
      }}
      sortChoices={choicesOf(orderSorts, params.sort, (sort) => hrefOf({ sort }))}
      footer={
        <DataTableFooter
          list="orders"
          page={page}
          size={params.size}
          sizes={orderPageSizes}
          hrefOf={hrefOf}
        />
      }
    />
  );
}

export function OrderTableSkeleton() {
  return <DataTableSkeleton columns={useOrderColumns()} rows={12} />;
}
