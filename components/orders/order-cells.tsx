"use client";

import { useFormatter, useTranslations } from "next-intl";
import { RowLink } from "#components/data-table/row-link.tsx";
import { TwoLines } from "#components/data-table/two-lines.tsx";
import type { ListedOrder } from "#components/orders/order-row.ts";
import { Avatar } from "#components/ui/avatar.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { Money } from "#components/ui/money.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";

interface CellProps {
  order: ListedOrder;
}

export function DateCell({ order }: CellProps) {
  const format = useFormatter();
  return (
    <TwoLines
      first={<RelativeTime date={order.orderedAt} />}
      second={<span className="tabular-nums">{format.dateTime(order.orderedAt, "time")}</span>}
    />
  );
}

export function NumberCell({ order }: CellProps) {
  const t = useTranslations("orders");
  return (
    <span className="flex min-w-0 items-center gap-2">
      <OrderLink order={order} className="truncate" />
      {order.isTest && <Badge>{t("test")}</Badge>}
    </span>
  );
}

/** The order's number, which leads to the order. */
export function OrderLink({ order, className = "" }: CellProps & { className?: string }) {
  return (
    <RowLink href={`/orders/${order.id}`} className={className}>
      <span className="font-mono text-xs">{order.number}</span>
    </RowLink>
  );
}

export function BuyerCell({ order }: CellProps) {
  const t = useTranslations("orders");
  return (
    <TwoLines
      first={<BuyerName order={order} />}
      second={order.phoneText ? <bdi className="tabular-nums">{order.phoneText}</bdi> : t("noPhone")}
    />
  );
}

/** Names may run right to left. */
export function BuyerName({ order }: CellProps) {
  const t = useTranslations("orders");
  if (!order.customerName) return t("noName");
  return <bdi title={order.customerName}>{order.customerName}</bdi>;
}

export function StoreCell({ order }: CellProps) {
  return <span className="text-body">{order.storeName}</span>;
}

export function SellerCell({ order }: CellProps) {
  const t = useTranslations("orders");
  const name = order.sellerName ?? t("formerMember");
  return (
    <span className="flex items-center gap-2" title={name}>
      <Avatar decorative id={order.sellerId} name={name} size="sm" />
      <span className="max-w-36 truncate max-2xl:sr-only">{name}</span>
    </span>
  );
}

export function PaymentCell({ order }: CellProps) {
  const t = useTranslations("orders");
  const payments = useTranslations("statuses.payment");
  return (
    <TwoLines
      first={<span className="text-body">{order.isCod ? t("cashOnDelivery") : t("prepaid")}</span>}
      second={payments(order.paymentStatus)}
    />
  );
}

export function TotalCell({ order }: CellProps) {
  return (
    <span className="font-medium text-heading">
      <Money amount={order.total} currency={order.currency} />
    </span>
  );
}
