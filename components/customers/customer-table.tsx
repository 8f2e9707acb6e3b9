"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { CustomerCard } from "#components/customers/customer-card.tsx";
import { customerColumns } from "#components/customers/customer-columns.tsx";
import type { ListedCustomer } from "#components/customers/customer-row.ts";
import type { ListLook } from "#components/list/looks/list-look.ts";
import { DataTable } from "#components/list/table/data-table.tsx";
import { DataTableFooter } from "#components/list/table/data-table-footer.tsx";
import { DataTableSkeleton } from "#components/list/table/data-table-skeleton.tsx";
import { byTime, choicesOf } from "#components/list/table/sorting.ts";
import type { Page } from "#lib/base/list/page.ts";
import {
  type CustomerListParams,
  customerListUrl,
  customerPageSizes,
  customerSorts,
} from "#lib/customers/filters.ts";

export interface CustomerTableProps {
  page: Page<ListedCustomer>;
  params: CustomerListParams;
  look: ListLook;
  isPending: boolean;
  empty: ReactNode;
}

export function CustomerTable({ page, params, look, isPending, empty }: CustomerTableProps) {
  const t = useTranslations("customers");
  const hrefOf = (patch: Partial<CustomerListParams>) =>
    customerListUrl("/customers", { ...params, after: "", before: "", ...patch });
  return (
    <DataTable
      label={t("title")}
      columns={customerColumns}
      rows={page.rows}
      getRowId={(customer) => customer.id}
      renderCard={(customer) => <CustomerCard customer={customer} />}
      empty={empty}
      look={look}
      isPending={isPending}
      sorts={{
        created: byTime(params.sort, (sort) => hrefOf({ sort })),
      }}
      sortChoices={choicesOf(customerSorts, params.sort, (sort) => hrefOf({ sort }))}
      footer={
        <DataTableFooter
          list="customers"
          page={page}
          size={params.size}
          sizes={customerPageSizes}
          hrefOf={hrefOf}
        />
      }
    />
  );
}

export function CustomerTableSkeleton() {
  return <DataTableSkeleton columns={customerColumns} rows={12} />;
}
