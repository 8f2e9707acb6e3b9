"use client";

import { ArrowDown } from "lucide-react";
import { type Messages, useTranslations } from "next-intl";
import type { DataTableColumn } from "#components/data-table/columns.ts";
import {
  ArrivedCell,
  CustomerCell,
  ItemCell,
  OrderCell,
  SellerCell,
  StoreCell,
  TotalCell,
} from "#components/leads/lead-cells.tsx";
import { LeadPill } from "#components/leads/lead-pill.tsx";
import type { ListedLead } from "#components/leads/lead-row.ts";
import { FirstTags } from "#components/leads/lead-tags.tsx";

/** The columns of the leads list for those who see the leads of every seller. */
export const leadColumns: DataTableColumn<ListedLead>[] = [
  {
    id: "arrived",
    header: () => (
      <span className="inline-flex items-center gap-1">
        <Title name="arrived" />
        <ArrowDown aria-hidden className="size-3" />
      </span>
    ),
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
    cell: ({ row }) => <LeadPill lead={row.original} />,
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
export const ownLeadColumns = leadColumns.filter((column) => column.id !== "seller");

function Title({ name }: { name: keyof Messages["leads"]["columns"] }) {
  const t = useTranslations("leads.columns");
  return t(name);
}
