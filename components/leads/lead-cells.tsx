"use client";

import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { CallerMark } from "#components/leads/call/caller-mark.tsx";
import type { ListedLead } from "#components/leads/lead-row.ts";
import { useLeadList } from "#components/leads/list/list-context.tsx";
import { PhoneLinks } from "#components/leads/list/phone-links.tsx";
import { Warning } from "#components/leads/list/warning.tsx";
import { warningOf } from "#components/leads/list/warning-of.ts";
import { RowLink } from "#components/list/table/row-link.tsx";
import { TwoLines } from "#components/list/table/two-lines.tsx";
import { Avatar } from "#components/ui/avatar.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { cn } from "#components/ui/cn.ts";
import { Money } from "#components/ui/money.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";

interface CellProps {
  lead: ListedLead;
}

export function ArrivedCell({ lead }: CellProps) {
  const format = useFormatter();
  return (
    <TwoLines
      first={<RelativeTime date={lead.arrivedAt} />}
      second={<span className="tabular-nums">{format.dateTime(lead.arrivedAt, "time")}</span>}
    />
  );
}

export function CustomerCell({ lead }: CellProps) {
  const t = useTranslations("leads");
  return (
    <div className="flex">
      <div className="min-w-0 flex-1">
        <TwoLines
          first={
            <span
              className={cn(
                "flex min-w-0 items-center gap-2",
                lead.phone && "group-focus-within/row:pr-[58px] group-hover/row:pr-[58px]",
              )}
            >
              <LeadLink lead={lead} className="truncate" />
              {lead.isTest && <Badge>{t("test")}</Badge>}
              <CallerMark caller={lead.caller} />
              <Warning lead={lead} className="hidden group-data-[density=compact]/table:inline-flex" />
            </span>
          }
          second={warningOf(lead) ? <Warning lead={lead} /> : <PhoneText lead={lead} />}
        />
      </div>
      {lead.phone && <PhoneLinks phone={lead.phone} />}
    </div>
  );
}

function PhoneText({ lead }: CellProps) {
  const t = useTranslations("leads");
  return <bdi className="tabular-nums">{lead.phoneText ?? t("noPhone")}</bdi>;
}

/** The buyer's name, which leads to the lead. Names may run right to left. */
export function LeadLink({ lead, className }: CellProps & { className?: string }) {
  const t = useTranslations("leads");
  const { query } = useLeadList();
  const list = query && `?list=${encodeURIComponent(query.slice(1))}`;
  return (
    <RowLink href={`/leads/${lead.id}${list}`} {...(className && { className })}>
      {lead.customerName ? <bdi title={lead.customerName}>{lead.customerName}</bdi> : t("noName")}
    </RowLink>
  );
}

export function OrderCell({ lead }: CellProps) {
  const t = useTranslations("leads");
  if (!lead.orderNumber) return <span className="text-subheading">{t("manual")}</span>;
  return (
    <span className="block max-w-28 truncate font-mono text-xs" title={lead.orderNumber}>
      {lead.orderNumber}
    </span>
  );
}

export function ItemCell({ lead }: CellProps) {
  return (
    <TwoLines
      first={<ItemName lead={lead} className="text-body" />}
      second={lead.itemSku && <span className="font-mono">{lead.itemSku}</span>}
    />
  );
}

/** "Fitness watch +2": the line of the highest value, and how many lines there are beside it. */
export function ItemName({ lead, className }: CellProps & { className?: string }) {
  if (!lead.itemName) return <Nothing />;
  return (
    <span className={cn("flex min-w-0 gap-1", className)} title={lead.itemName}>
      <bdi className="truncate">{lead.itemName}</bdi>
      {lead.otherItems > 0 && <span className="shrink-0 text-subheading">+{lead.otherItems}</span>}
    </span>
  );
}

export function StoreCell({ lead }: CellProps) {
  const t = useTranslations("leads");
  return (
    <TwoLines
      first={<span className="text-body">{lead.storeName ?? t("manualEntry")}</span>}
      second={lead.storeName && t(`source.${lead.source}`)}
    />
  );
}

export function SellerCell({ lead }: CellProps) {
  const t = useTranslations("leads");
  const name = lead.sellerName ?? t("formerMember");
  return (
    <span className="flex items-center gap-2" title={name}>
      <Avatar decorative id={lead.sellerId} name={name} size="sm" />
      <span className="max-w-36 truncate max-2xl:sr-only">{name}</span>
    </span>
  );
}

export function TotalCell({ lead }: CellProps) {
  if (lead.total === null || lead.currency === null) return <Nothing />;
  return (
    <span className="font-medium text-heading">
      <Money amount={lead.total} currency={lead.currency} />
    </span>
  );
}

function Nothing(): ReactNode {
  return (
    <span aria-hidden className="text-subheading">
      –
    </span>
  );
}
