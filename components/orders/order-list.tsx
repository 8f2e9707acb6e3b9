"use client";

import { useFormatter, useTranslations } from "next-intl";
import { areEqual, isZero } from "#components/leads/amount-checks.ts";
import { WorthCell } from "#components/leads/worth-cell.tsx";
import type { ListColumns } from "#components/list/columns.tsx";
import { optionOf, optionsOf } from "#components/list/filters/options.ts";
import { useStoreOptions } from "#components/list/filters/use-store-options.ts";
import { ListLoading } from "#components/list/list-loading.tsx";
import { ListView, type ShownList } from "#components/list/list-view.tsx";
import { Searched } from "#components/list/searched.tsx";
import { CutText } from "#components/list/table/cut-text.tsx";
import { Nothing } from "#components/list/table/nothing.tsx";
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
    width: "104px",
    sorts: ["newest", "oldest"],
  },
  { id: "order", cell: (order) => <NumberCell order={order} />, width: "112px", isFixed: true },
  {
    id: "customer",
    cell: (order) => <BuyerCell order={order} />,
    skeleton: "two-lines",
    width: "212px",
    grow: true,
  },
  { id: "store", cell: (order) => <StoreCell order={order} />, width: "116px", cut: true, from: "xl" },
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
  const storeOptions = useStoreOptions(stores);
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
        days(t("date"), "placed"),
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
      <span className="font-mono text-xs">
        <Searched text={order.number} />
      </span>
    </RowLink>
  );
}

function BuyerCell({ order }: CellProps) {
  return <TwoLines first={<BuyerName order={order} />} second={<BuyerDetail order={order} />} />;
}

/** The phone, or that the name is missing in whose place it stands. */
function BuyerDetail({ order: { customerName, phoneText } }: CellProps) {
  const t = useTranslations("orders");
  if (!phoneText) return t("noPhone");
  return customerName ? (
    <bdi className="tabular-nums">
      <Searched text={phoneText} />
    </bdi>
  ) : (
    t("noName")
  );
}

/** Names may run right to left. */
function BuyerName({ order }: CellProps) {
  const t = useTranslations("orders");
  return <CutText text={order.customerName ?? order.phoneText ?? t("noName")} />;
}

function StoreCell({ order }: CellProps) {
  const t = useTranslations("orders.detail");
  const name = order.isByHand ? t("byHand") : order.storeName;
  return name ? <CutText text={name} className="text-body" /> : <Nothing />;
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

/** What the order came to, what of it is left, and what is still to be paid where that is another amount. */
function TotalCell({ order }: CellProps) {
  const t = useTranslations("orders");
  const isDueElse = !isZero(order.due) && !areEqual(order.due, order.total);
  const due = () => t.rich("due", { amount: () => <Money amount={order.due} currency={order.currency} /> });
  return (
    <WorthCell
      placed={order.placed}
      left={order.total}
      currency={order.currency}
      note={isDueElse ? due() : null}
    />
  );
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
