"use client";

import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { DataTable } from "#components/data-table/data-table.tsx";
import { DataTableFooter } from "#components/data-table/data-table-footer.tsx";
import { DataTableSkeleton } from "#components/data-table/data-table-skeleton.tsx";
import { OrderCard } from "#components/orders/order-card.tsx";
import { orderColumns, ownOrderColumns } from "#components/orders/order-columns.tsx";
import type { ListedOrder } from "#components/orders/order-row.ts";
import { useRole } from "#components/shell/shell-context.tsx";
import { seesEverything } from "#lib/auth/permissions.ts";
import { type OrderListParams, orderListUrl, orderPageSizes } from "#lib/orders/filters.ts";

export interface OrderTableProps {
  orders: ListedOrder[];
  params: OrderListParams;
  total: number;
  /** There are more than `total`; they are not counted. */
  isCapped: boolean;
  previous: string | null;
  next: string | null;
  empty: ReactNode;
}

export function OrderTable({ orders, params, total, isCapped, previous, next, empty }: OrderTableProps) {
  const t = useTranslations("orders");
  const columns = useOrderColumns();
  const count = useFormatter().number(total);
  const firstPage = { ...params, after: "", before: "" };
  const isNewestFirst = params.sort === "newest";
  return (
    <DataTable
      label={t("title")}
      columns={columns}
      rows={orders}
      getRowId={(order) => order.id}
      renderCard={(order) => <OrderCard order={order} />}
      empty={empty}
      sorts={{
        date: {
          href: orderListUrl("/orders", { ...firstPage, sort: isNewestFirst ? "oldest" : "newest" }),
          direction: isNewestFirst ? "descending" : "ascending",
        },
      }}
      footer={
        <DataTableFooter
          summary={isCapped ? t("countCapped", { count }) : t("count", { total, count })}
          previousHref={previous ? orderListUrl("/orders", { ...firstPage, before: previous }) : undefined}
          nextHref={next ? orderListUrl("/orders", { ...firstPage, after: next }) : undefined}
          size={params.size}
          sizes={orderPageSizes.map((size) => ({
            size,
            href: orderListUrl("/orders", { ...firstPage, size }),
          }))}
        />
      }
    />
  );
}

export function OrderTableSkeleton() {
  return <DataTableSkeleton columns={useOrderColumns()} rows={12} />;
}

function useOrderColumns() {
  return seesEverything(useRole()) ? orderColumns : ownOrderColumns;
}
