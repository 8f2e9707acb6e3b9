"use client";

import { type Messages, useTranslations } from "next-intl";
import {
  CreatedCell,
  CustomerLink,
  EmailCell,
  LastOrderCell,
  OrdersCell,
  PhoneCell,
  SpentCell,
} from "#components/customers/customer-cells.tsx";
import type { ListedCustomer } from "#components/customers/customer-row.ts";
import type { DataTableColumn } from "#components/list/table/columns.ts";

type CustomerColumn = DataTableColumn<ListedCustomer> & { id: keyof Messages["customers"]["columns"] };

export const customerColumns: CustomerColumn[] = [
  {
    id: "created",
    header: () => <Title name="created" />,
    cell: ({ row }) => <CreatedCell customer={row.original} />,
    meta: { width: "112px" },
  },
  {
    id: "name",
    header: () => <Title name="name" />,
    cell: ({ row }) => <CustomerLink customer={row.original} />,
    meta: { grow: true },
  },
  {
    id: "email",
    header: () => <Title name="email" />,
    cell: ({ row }) => <EmailCell customer={row.original} />,
    meta: { grow: true, from: "lg" },
  },
  {
    id: "phone",
    header: () => <Title name="phone" />,
    cell: ({ row }) => <PhoneCell customer={row.original} />,
    meta: { width: "152px" },
  },
  {
    id: "lastOrder",
    header: () => <Title name="lastOrder" />,
    cell: ({ row }) => <LastOrderCell customer={row.original} />,
    meta: { width: "112px", from: "lg" },
  },
  {
    id: "orders",
    header: () => <Title name="orders" />,
    cell: ({ row }) => <OrdersCell customer={row.original} />,
    meta: { align: "end", width: "72px" },
  },
  {
    id: "spent",
    header: () => <Title name="spent" />,
    cell: ({ row }) => <SpentCell customer={row.original} />,
    meta: { align: "end", width: "128px" },
  },
];

function Title({ name }: { name: keyof Messages["customers"]["columns"] }) {
  const t = useTranslations("customers.columns");
  return t(name);
}
