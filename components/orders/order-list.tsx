"use client";

import { useFormatter, useTranslations } from "next-intl";
import { areEqual, isZero } from "#components/leads/amount-checks.ts";
import type { ListColumns } from "#components/list/columns.tsx";
import { optionOf, optionsOf } from "#components/list/filters/options-filter.tsx";
import { useRemovableOptions } from "#components/list/filters/use-removable-options.ts";
import { ListLoading } from "#components/list/list-loading.tsx";
import { ListView, type ShownList } from "#components/list/list-view.tsx";
import { PersonCell } from "#components/list/table/person-cell.tsx";
import { RowLink } from "#components/list/table/row-link.tsx";
import { TwoLines } from "#components/list/table/two-lines.tsx";
import { OrderPill } from "#components/orders/order-pill.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { Money } from "#components/ui/money.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import type { WithPhoneText } from "#lib/customers/phone-text.ts";
import { orderList } from "#lib/orders/list.ts";
import type { OrderRow } from "#lib/orders/queries.ts";
import { orderStatuses, paymentStatuses } from "#lib/sales/statuses.ts";
import type { StoreChoice } from "#lib/team/names.ts";

type ListedOrder = WithPhoneText<OrderRow>;

interface CellProps {
  order: ListedOrder;
}

const columns: ListColumns<"orders", ListedOrder> = [
  {
    id: "date",
    cell: (order) => <DateCell order={order} />,
    skeleton: "two-lines",
    width: "112px",
    sorts: ["newest", "oldest"],
  },
  { id: "order", cell: (order) => <NumberCell order={order} />, width: "120px", isFixed: true },
  { id: "customer", cell: (order) => <BuyerCell order={order} />, skeleton: "two-lines", grow: true },
  { id: "store", cell: (order) => <StoreCell order={order} />, width: "136px", cut: true, from: "xl" },
  {
    id: "seller",
    cell: (order) => <SellerCell order={order} />,
    skeleton: "avatar",
    width: "52px",
    from: "xl",
    isForAll: true,
  },
  { id: "status", cell: ({ status }) => <OrderPill status={status} />, skeleton: "pill", width: "124px" },
  {
    id: "payment",
    cell: (order) => <PaymentCell order={order} />,
    skeleton: "two-lines",
    width: "136px",
    from: "xl",
  },
  {
    id: "total",
    cell: (order) => <TotalCell order={order} />,
    align: "end",
    width: "128px",
    sorts: ["total"],
  },
];

export interface OrderListProps extends ShownList<ListedOrder> {
  /** The stores and sellers that orders can be filtered by; no seller for those who see only their own orders. */
  options: { stores: StoreChoice[]; sellers: { id: string; name: string }[] };
}

/** The orders list. */
export function OrderList({ options: { stores, sellers }, ...shown }: OrderListProps) {
  const t = useTranslations("orders.filters");
  const statuses = useTranslations("statuses");
  const storeOptions = useRemovableOptions(stores);
  return (
    <ListView
      {...shown}
      list={orderList}
      columns={columns}
      renderCard={(order) => <OrderCard order={order} />}
      filters={({ some, days }) => [
        some(
          "status",
          t("status"),
          optionsOf(orderStatuses, (one) => statuses(`order.${one}`)),
        ),
        some(
          "payment",
          t("payment"),
          optionsOf(paymentStatuses, (one) => statuses(`payment.${one}`)),
        ),
        some("store", t("store"), storeOptions),
        days(t("date")),
        ...(sellers.length > 0 ? [some("seller", t("seller"), sellers.map(optionOf))] : []),
      ]}
    />
  );
}

export function OrdersLoading() {
  return <ListLoading list="orders" columns={columns} />;
}

function DateCell({ order }: CellProps) {
  const format = useFormatter();
  return (
    <TwoLines
      first={<RelativeTime date={order.orderedAt} />}
      second={<span className="tabular-nums">{format.dateTime(order.orderedAt, "time")}</span>}
    />
  );
}

function NumberCell({ order }: CellProps) {
  const t = useTranslations("orders");
  return (
    <span className="flex min-w-0 items-center gap-2">
      <OrderLink order={order} className="truncate" />
      {order.isTest && <Badge>{t("test")}</Badge>}
    </span>
  );
}

/** The order's number, which leads to the order. */
function OrderLink({ order, className = "" }: CellProps & { className?: string }) {
  return (
    <RowLink href={`/orders/${order.id}`} className={className}>
      <span className="font-mono text-xs">{order.number}</span>
    </RowLink>
  );
}

function BuyerCell({ order }: CellProps) {
  const t = useTranslations("orders");
  return (
    <TwoLines
      first={<BuyerName order={order} />}
      second={order.phoneText ? <bdi className="tabular-nums">{order.phoneText}</bdi> : t("noPhone")}
    />
  );
}

/** Names may run right to left. */
function BuyerName({ order }: CellProps) {
  const t = useTranslations("orders");
  if (!order.customerName) return t("noName");
  return <bdi title={order.customerName}>{order.customerName}</bdi>;
}

function StoreCell({ order }: CellProps) {
  const t = useTranslations("orders.detail");
  return <span className="text-body">{order.isByHand ? t("byHand") : order.storeName}</span>;
}

function SellerCell({ order }: CellProps) {
  const t = useTranslations("orders");
  return <PersonCell id={order.sellerId} name={order.sellerName ?? t("formerMember")} />;
}

function PaymentCell({ order }: CellProps) {
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
function TotalCell({ order }: CellProps) {
  const t = useTranslations("orders");
  const total = <Money amount={order.total} currency={order.currency} />;
  const isDueElse = !isZero(order.due) && !areEqual(order.due, order.total);
  if (!isDueElse) return <span className="font-medium text-heading">{total}</span>;
  const due = t.rich("due", { amount: () => <Money amount={order.due} currency={order.currency} /> });
  return <TwoLines first={<span className="text-heading">{total}</span>} second={due} />;
}

/** An order on a phone. */
function OrderCard({ order }: CellProps) {
  const t = useTranslations("orders");
  return (
    <>
      <div className="flex items-baseline justify-between gap-4 text-[15px]">
        <span className="min-w-0 truncate font-semibold text-heading">
          <BuyerName order={order} />
        </span>
        <TotalCell order={order} />
      </div>
      <div className="flex items-baseline justify-between gap-4 text-sm text-subheading">
        <span className="min-w-0 truncate">
          <OrderLink order={order} />
          {order.storeName && ` · ${order.storeName}`}
        </span>
        <RelativeTime date={order.orderedAt} className="shrink-0" />
      </div>
      <div className="flex min-w-0 flex-wrap items-center gap-1.5">
        <OrderPill status={order.status} />
        {order.isTest && <Badge>{t("test")}</Badge>}
      </div>
    </>
  );
}
