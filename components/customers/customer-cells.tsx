"use client";

import { useFormatter, useTranslations } from "next-intl";
import type { ListedCustomer } from "#components/customers/customer-row.ts";
import { Spent } from "#components/customers/spent.tsx";
import { RowLink } from "#components/list/table/row-link.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";

interface CellProps {
  customer: ListedCustomer;
}

export function CreatedCell({ customer }: CellProps) {
  return <RelativeTime date={customer.createdAt} />;
}

/** The buyer's name, which leads to the customer. Names may run right to left. */
export function CustomerLink({ customer, className = "" }: CellProps & { className?: string }) {
  const t = useTranslations("customers");
  return (
    <RowLink href={`/customers/${customer.id}`} className={className}>
      {customer.name ? <bdi title={customer.name}>{customer.name}</bdi> : t("noName")}
    </RowLink>
  );
}

export function EmailCell({ customer }: CellProps) {
  if (!customer.email) return <Nothing />;
  return (
    <span className="text-body" title={customer.email}>
      {customer.email}
    </span>
  );
}

export function PhoneCell({ customer }: CellProps) {
  if (!customer.phoneText) return <Nothing />;
  return <bdi className="text-body tabular-nums">{customer.phoneText}</bdi>;
}

export function OrdersCell({ customer }: CellProps) {
  return useFormatter().number(customer.orders);
}

export function SpentCell({ customer }: CellProps) {
  if (Object.keys(customer.spent).length === 0) return <Nothing />;
  return (
    <span className="font-medium text-heading">
      <Spent spent={customer.spent} />
    </span>
  );
}

export function LastOrderCell({ customer }: CellProps) {
  if (!customer.lastOrderAt) return <Nothing />;
  return <RelativeTime date={customer.lastOrderAt} />;
}

function Nothing() {
  return (
    <span aria-hidden className="text-subheading">
      –
    </span>
  );
}
