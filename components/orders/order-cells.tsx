"use client";

import { useFormatter, useTranslations } from "next-intl";
import { areEqual, isZero } from "#components/leads/order-amounts.ts";
import { RowLink } from "#components/list/table/row-link.tsx";
import { TwoLines } from "#components/list/table/two-lines.tsx";
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
  const kinds = useTranslations("statuses.paymentKind");
  const payments = useTranslations("statuses.payment");
  return (
    <TwoLines
      first={<span className="text-body">{kinds(order.paymentKind)}</span>}
      second={payments(order.paymentStatus)}
    />
  );
}

/** What the order is worth, and what of it is still to be paid where that is another amount. */
export function TotalCell({ order }: CellProps) {
  const t = useTranslations("orders");
  const total = <Money amount={order.total} currency={order.currency} />;
  const isDueElse = !isZero(order.due) && !areEqual(order.due, order.total);
  if (!isDueElse) return <span className="font-medium text-heading">{total}</span>;
  const due = t.rich("due", { amount: () => <Money amount={order.due} currency={order.currency} /> });
  return <TwoLines first={<span className="text-heading">{total}</span>} second={due} />;
}
