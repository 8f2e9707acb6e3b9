"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { customerColumns } from "#components/customers/customer-columns.tsx";
import type { ListedCustomer } from "#components/customers/customer-row.ts";
import { CustomerTable } from "#components/customers/customer-table.tsx";
import { FilterBar } from "#components/list/filters/filter-bar.tsx";
import { ListActs } from "#components/list/list-acts.tsx";
import type { ListLook } from "#components/list/looks/list-look.ts";
import { type SaveLook, useListLook } from "#components/list/looks/use-list-look.ts";
import type { SaveView } from "#components/list/saved-views/save-view-button.tsx";
import { useListParams } from "#components/list/use-list-params.ts";
import type { Page } from "#lib/base/list/page.ts";
import type { SavedView } from "#lib/base/list/saved-views/queries.ts";
import { customerListParams, customerListUrl } from "#lib/customers/filters.ts";
import type { ColumnId } from "#lib/export/columns.ts";

export interface CustomerListViewProps {
  page: Page<ListedCustomer>;
  look: ListLook;
  exportColumns: ColumnId[];
  /** What stands in the place of an empty list. */
  empty: ReactNode;
  saveLook: SaveLook;
  savedViews: SavedView[];
  saveView: SaveView;
}

/** The customers list: the search, and the table. */
export function CustomerListView({
  page,
  empty,
  exportColumns,
  savedViews,
  saveView,
  ...props
}: CustomerListViewProps) {
  const t = useTranslations("customers");
  const columnNames = useTranslations("customers.columns");
  const { params, change, isPending } = useListParams(customerListParams);
  const { look, changeLook } = useListLook("customers", props.look, props.saveLook);
  return (
    <>
      <FilterBar
        search={{
          value: params.q,
          placeholder: t("searchPlaceholder"),
          onChange: (q) => change({ q: q || null }),
        }}
        filters={[]}
        onClear={() => change({ q: null })}
        acts={
          <ListActs
            list="customers"
            query={customerListUrl({ ...params, after: null, before: null })}
            count={page}
            columns={customerColumns.map(({ id }) => ({ id, label: columnNames(id), fixed: id === "name" }))}
            exportColumns={exportColumns}
            look={look}
            onLook={changeLook}
            savedViews={savedViews}
            saveView={saveView}
          />
        }
      />
      <CustomerTable page={page} params={params} look={look} isPending={isPending} empty={empty} />
    </>
  );
}
