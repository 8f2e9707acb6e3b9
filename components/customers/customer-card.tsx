"use client";

import { useTranslations } from "next-intl";
import { CustomerLink, LastOrderCell } from "#components/customers/customer-cells.tsx";
import type { ListedCustomer } from "#components/customers/customer-row.ts";
import { Spent } from "#components/customers/spent.tsx";

/** A customer on a phone. */
export function CustomerCard({ customer }: { customer: ListedCustomer }) {
  const t = useTranslations("customers");
  return (
    <>
      <div className="flex items-baseline justify-between gap-4 text-[15px]">
        <span className="min-w-0 truncate">
          <CustomerLink customer={customer} className="font-semibold" />
        </span>
        <span className="shrink-0 text-right font-medium text-heading">
          <Spent spent={customer.spent} />
        </span>
      </div>
      <div className="flex items-baseline justify-between gap-4 text-sm text-subheading">
        <span className="min-w-0 truncate">
          <bdi>{customer.phoneText ?? customer.email}</bdi>
        </span>
        <span className="shrink-0">
          <LastOrderCell customer={customer} />
        </span>
      </div>
      <p className="text-subheading text-xs">{t("ordersCount", { count: customer.orders })}</p>
    </>
  );
}
