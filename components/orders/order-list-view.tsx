"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { FilterBar } from "#components/list/filters/filter-bar.tsx";
import { ListActs } from "#components/list/list-acts.tsx";
import type { ListLook } from "#components/list/looks/list-look.ts";
import { type SaveLook, useListLook } from "#components/list/looks/use-list-look.ts";
import type { SaveView } from "#components/list/saved-views/save-view-button.tsx";
import { useListParams } from "#components/list/use-list-params.ts";
import { useOrderColumns } from "#components/orders/order-columns.tsx";
import type { ListedOrder } from "#components/orders/order-row.ts";
import { OrderTable } from "#components/orders/order-table.tsx";
import { type OrderFilterOptions, useOrderFilters } from "#components/orders/use-order-filters.tsx";
import type { Page } from "#lib/base/list/page.ts";
import type { SavedView } from "#lib/base/list/saved-views/queries.ts";
import type { ColumnId } from "#lib/export/columns.ts";
import { noOrderFilters, orderListParams, orderListUrl } from "#lib/orders/filters.ts";

export interface OrderListViewProps {
  page: Page<ListedOrder>;
  options: OrderFilterOptions;
  look: ListLook;
  exportColumns: ColumnId[];
  /** What stands in the place of an empty list. */
  empty: ReactNode;
  saveLook: SaveLook;
  savedViews: SavedView[];
  saveView: SaveView;
}

/** The orders list: search and filters, and the table. */
export function OrderListView({
  page,
  options,
  empty,
  exportColumns,
  savedViews,
  saveView,
  ...props
}: OrderListViewProps) {
  const t = useTranslations("orders");
  const columnNames = useTranslations("orders.columns");
  const { params, change, isPending } = useListParams(orderListParams);
  const { look, changeLook } = useListLook("orders", props.look, props.saveLook);
  const columns = useOrderColumns();
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
        acts={
          <ListActs
            list="orders"
            query={orderListUrl({ ...params, after: null, before: null })}
            count={page}
            columns={columns.map(({ id }) => ({ id, label: columnNames(id), fixed: id === "order" }))}
            exportColumns={exportColumns}
            look={look}
            onLook={changeLook}
            savedViews={savedViews}
            saveView={saveView}
          />
        }
      />
      <OrderTable page={page} params={params} look={look} isPending={isPending} empty={empty} />
    </>
  );
}
