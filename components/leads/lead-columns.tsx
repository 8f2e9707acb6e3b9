"use client";

import { type Messages, useTranslations } from "next-intl";
import {
  ArrivedCell,
  CustomerCell,
  ItemCell,
  OrderCell,
  SellerCell,
  StoreCell,
  TotalCell,
} from "#components/leads/lead-cells.tsx";
import type { ListedLead } from "#components/leads/lead-row.ts";
import { FirstTags } from "#components/leads/lead-tags.tsx";
import { StatusMenu } from "#components/leads/list/status-menu.tsx";
import type { DataTableColumn } from "#components/list/table/columns.ts";
import { useRole } from "#components/shell/shell-context.tsx";
import { seesEverything } from "#lib/base/auth/permissions.ts";

type LeadColumn = DataTableColumn<ListedLead> & { id: keyof Messages["leads"]["columns"] };

/** The columns of the leads list for those who see the leads of every seller. */
const leadColumns: LeadColumn[] = [
  {
    id: "arrived",
    header: () => <Title name="arrived" />,
    cell: ({ row }) => <ArrivedCell lead={row.original} />,
    meta: { skeleton: "two-lines", width: "104px" },
  },
  {
    id: "customer",
    header: () => <Title name="customer" />,
    cell: ({ row }) => <CustomerCell lead={row.original} />,
    meta: { skeleton: "two-lines", grow: true },
  },
  {
    id: "order",
    header: () => <Title name="order" />,
    cell: ({ row }) => <OrderCell lead={row.original} />,
    meta: { width: "100px", from: "xl" },
  },
  {
    id: "item",
    header: () => <Title name="item" />,
    cell: ({ row }) => <ItemCell lead={row.original} />,
    meta: { skeleton: "two-lines", grow: true },
  },
  {
    id: "store",
    header: () => <Title name="store" />,
    cell: ({ row }) => <StoreCell lead={row.original} />,
    meta: { skeleton: "two-lines", width: "116px", cut: true, from: "xl" },
  },
  {
    id: "status",
    header: () => <Title name="status" />,
    cell: ({ row }) => <StatusMenu lead={row.original} />,
    meta: { skeleton: "pill", width: "144px" },
  },
  {
    id: "seller",
    header: () => <Title name="seller" />,
    cell: ({ row }) => <SellerCell lead={row.original} />,
    meta: { skeleton: "avatar", width: "52px", from: "xl" },
  },
  {
    id: "tags",
    header: () => <Title name="tags" />,
    cell: ({ row }) => <FirstTags tags={row.original.tags} limit={1} />,
    meta: { width: "88px", cut: true, from: "xl" },
  },
  {
    id: "total",
    header: () => <Title name="total" />,
    cell: ({ row }) => <TotalCell lead={row.original} />,
    meta: { align: "end", width: "120px" },
  },
];

/** A seller's leads are all the seller's own. */
const ownLeadColumns = leadColumns.filter((column) => column.id !== "seller");

export function useLeadColumns(): LeadColumn[] {
  return seesEverything(useRole()) ? leadColumns : ownLeadColumns;
}

function Title({ name }: { name: keyof Messages["leads"]["columns"] }) {
  const t = useTranslations("leads.columns");
  return t(name);
}
