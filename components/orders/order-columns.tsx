"use client";

import { type Messages, useTranslations } from "next-intl";
import type { DataTableColumn } from "#components/list/table/columns.ts";
import {
  BuyerCell,
  DateCell,
  NumberCell,
  PaymentCell,
  SellerCell,
  StoreCell,
  TotalCell,
} from "#components/orders/order-cells.tsx";
import { OrderPill } from "#components/orders/order-pill.tsx";
import type { ListedOrder } from "#components/orders/order-row.ts";
import { useRole } from "#components/shell/shell-context.tsx";
import { seesEverything } from "#lib/base/auth/permissions.ts";

type OrderColumn = DataTableColumn<ListedOrder> & { id: keyof Messages["orders"]["columns"] };

/** The columns of the orders list for those who see the orders of every seller. */
const orderColumns: OrderColumn[] = [
  {
    id: "date",
    header: () => <Title name="date" />,
    cell: ({ row }) => <DateCell order={row.original} />,
    meta: { skeleton: "two-lines", width: "112px" },
  },
  {
    id: "order",
    header: () => <Title name="order" />,
    cell: ({ row }) => <NumberCell order={row.original} />,
    meta: { width: "120px" },
  },
  {
    id: "customer",
    header: () => <Title name="customer" />,
    cell: ({ row }) => <BuyerCell order={row.original} />,
    meta: { skeleton: "two-lines", grow: true },
  },
  {
    id: "store",
    header: () => <Title name="store" />,
    cell: ({ row }) => <StoreCell order={row.original} />,
    meta: { width: "136px", cut: true, from: "xl" },
  },
  {
    id: "seller",
    header: () => <Title name="seller" />,
    cell: ({ row }) => <SellerCell order={row.original} />,
    meta: { skeleton: "avatar", width: "52px", from: "xl" },
  },
  {
    id: "status",
    header: () => <Title name="status" />,
    cell: ({ row }) => <OrderPill status={row.original.status} />,
    meta: { skeleton: "pill", width: "124px" },
  },
  {
    id: "payment",
    header: () => <Title name="payment" />,
    cell: ({ row }) => <PaymentCell order={row.original} />,
    meta: { skeleton: "two-lines", width: "136px", from: "xl" },
  },
  {
    id: "total",
    header: () => <Title name="total" />,
    cell: ({ row }) => <TotalCell order={row.original} />,
    meta: { align: "end", width: "128px" },
  },
];

/** A seller's orders are all the seller's own. */
const ownOrderColumns = orderColumns.filter((column) => column.id !== "seller");

export function useOrderColumns(): OrderColumn[] {
  return seesEverything(useRole()) ? orderColumns : ownOrderColumns;
}

function Title({ name }: { name: keyof Messages["orders"]["columns"] }) {
  const t = useTranslations("orders.columns");
  return t(name);
}
