"use client";

import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { CustomerCard } from "#components/customers/customer-card.tsx";
import { customerColumns } from "#components/customers/customer-columns.tsx";
import type { ListedCustomer } from "#components/customers/customer-row.ts";
import { DataTable } from "#components/data-table/data-table.tsx";
import { DataTableFooter } from "#components/data-table/data-table-footer.tsx";
import { DataTableSkeleton } from "#components/data-table/data-table-skeleton.tsx";
import { FilterBar } from "#components/data-table/filter-bar.tsx";
import { useListParams } from "#components/data-table/use-list-params.ts";
import {
  type CustomerListParams,
  customerListParams,
  customerListUrl,
  customerPageSizes,
} from "#lib/customers/filters.ts";

export interface CustomerTableProps {
  customers: ListedCustomer[];
  params: CustomerListParams;
  total: number;
  /** There are more than `total`; they are not counted. */
  isCapped: boolean;
  previous: string | null;
  next: string | null;
  empty: ReactNode;
  /** What stands at the right of the search. */
  acts: ReactNode;
}

/** The search and the list of customers. */
export function CustomerTable(props: CustomerTableProps) {
  const { customers, params, total, isCapped, previous, next, empty, acts } = props;
  const t = useTranslations("customers");
  const count = useFormatter().number(total);
  const { change, isPending } = useListParams(customerListParams);
  const search = (q: string) => change({ q: q || null });
  const firstPage = { ...params, after: "", before: "" };
  const isNewestFirst = params.sort === "newest";
  const hrefOf = (patch: Partial<CustomerListParams>) =>
    customerListUrl("/customers", { ...firstPage, ...patch });
  return (
    <>
      <FilterBar
        search={{ value: params.q, placeholder: t("searchPlaceholder"), onChange: search }}
        filters={[]}
        onClear={() => search("")}
        acts={acts}
      />
      <DataTable
        label={t("title")}
        columns={customerColumns}
        rows={customers}
        getRowId={(customer) => customer.id}
        renderCard={(customer) => <CustomerCard customer={customer} />}
        empty={empty}
        isPending={isPending}
        sorts={{
          created: {
            href: hrefOf({ sort: isNewestFirst ? "oldest" : "newest" }),
            direction: isNewestFirst ? "descending" : "ascending",
          },
        }}
        footer={
          <DataTableFooter
            summary={isCapped ? t("countCapped", { count }) : t("count", { total, count })}
            previousHref={previous ? hrefOf({ before: previous }) : undefined}
            nextHref={next ? hrefOf({ after: next }) : undefined}
            size={params.size}
            sizes={customerPageSizes.map((size) => ({ size, href: hrefOf({ size }) }))}
          />
        }
      />
    </>
  );
}

export function CustomerTableSkeleton() {
  return <DataTableSkeleton columns={customerColumns} rows={12} />;
}
