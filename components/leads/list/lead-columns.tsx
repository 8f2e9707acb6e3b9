"use client";

import { useFormatter, useTranslations } from "next-intl";
import type { ListedLead } from "#components/leads/lead-row.ts";
import { FirstTags } from "#components/leads/lead-tags.tsx";
import { CallerMark } from "#components/leads/list/caller-mark.tsx";
import { CardActs } from "#components/leads/list/card-acts.tsx";
import { useLeadList } from "#components/leads/list/list-context.tsx";
import { PhoneLinks } from "#components/leads/list/phone-links.tsx";
import { StatusMenu } from "#components/leads/list/status-menu.tsx";
import { useLeadName } from "#components/leads/list/use-lead-name.ts";
import { Warning } from "#components/leads/list/warning.tsx";
import { WorthCell } from "#components/leads/worth-cell.tsx";
import type { ListColumns } from "#components/list/columns.tsx";
import { Searched } from "#components/list/searched.tsx";
import { CutText } from "#components/list/table/cut-text.tsx";
import { Nothing } from "#components/list/table/nothing.tsx";
import { PersonCell } from "#components/list/table/person-cell.tsx";
import { RowLink } from "#components/list/table/row-link.tsx";
import { TwoLines } from "#components/list/table/two-lines.tsx";
import { useRole } from "#components/shell/shell-context.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { cn } from "#components/ui/cn.ts";
import { Moment, useMoment } from "#components/ui/moment.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { can } from "#lib/base/auth/permissions.ts";

interface CellProps {
  lead: ListedLead;
}

/** The columns of the leads list. */
export const leadColumns: ListColumns<"leads", ListedLead> = [
  {
    id: "arrived",
    cell: (lead) => <ArrivedCell lead={lead} />,
    skeleton: "two-lines",
    width: "104px",
    sorts: ["newest", "oldest"],
  },
  {
    id: "ordered",
    cell: ({ arrivedAt }) => <Moment date={arrivedAt} format="dateTime" />,
    width: "120px",
    from: "widest",
    saysOf: ({ heardLateAt }) => heardLateAt !== null,
  },
  {
    id: "customer",
    cell: (lead) => <CustomerCell lead={lead} />,
    skeleton: "two-lines",
    width: "212px",
    grow: true,
    isFixed: true,
  },
  { id: "order", cell: (lead) => <OrderCell lead={lead} />, width: "100px", from: "wide" },
  { id: "item", cell: (lead) => <ItemCell lead={lead} />, skeleton: "two-lines", width: "72px", grow: true },
  {
    id: "store",
    cell: (lead) => <StoreCell lead={lead} />,
    skeleton: "two-lines",
    width: "116px",
    cut: true,
    from: "xl",
  },
  { id: "status", cell: (lead) => <StatusMenu lead={lead} />, skeleton: "pill", width: "144px" },
  {
    id: "seller",
    cell: (lead) => <SellerCell lead={lead} />,
    skeleton: "avatar",
    width: "52px",
    from: "xl",
    isForAll: true,
  },
  {
    id: "tags",
    cell: ({ tags }) => <FirstTags tags={tags} limit={1} />,
    width: "88px",
    cut: true,
    from: "wide",
    saysOf: ({ tags }) => tags.length > 0,
  },
  {
    id: "total",
    cell: (lead) => <TotalCell lead={lead} />,
    align: "end",
    width: "120px",
    sorts: ["value"],
  },
];

function ArrivedCell({ lead }: CellProps) {
  const t = useTranslations("leads");
  const format = useFormatter();
  const moment = useMoment();
  if (lead.heardLateAt) {
    return (
      <TwoLines
        first={<RelativeTime date={lead.heardLateAt} />}
        second={
          <span className="text-amber-text">{t("orderedOn", { date: moment(lead.arrivedAt, "date") })}</span>
        }
      />
    );
  }
  return (
    <TwoLines
      first={<RelativeTime date={lead.arrivedAt} />}
      second={<span className="tabular-nums">{format.dateTime(lead.arrivedAt, "time")}</span>}
    />
  );
}

function CustomerCell({ lead }: CellProps) {
  const t = useTranslations("leads");
  return (
    <div className="flex">
      <div className="min-w-0 flex-1">
        <TwoLines
          first={
            <span
              className={cn(
                "flex min-w-0 items-center gap-2",
                lead.phone && "group-focus-within/row:pe-[58px] group-hover/row:pe-[58px]",
              )}
            >
              <LeadLink lead={lead} className="truncate" />
              {lead.isTest && <Badge>{t("test")}</Badge>}
              <CallerMark caller={lead.caller} />
              <Warning lead={lead} className="hidden group-data-[density=compact]/table:inline-flex" />
            </span>
          }
          second={
            <span className="flex min-w-0 gap-2">
              {lead.customerName ? <PhoneText lead={lead} /> : lead.phoneText && t("noName")}
              <Warning lead={lead} />
            </span>
          }
        />
      </div>
      {lead.phone && <PhoneLinks phone={lead.phone} />}
    </div>
  );
}

function PhoneText({ lead }: CellProps) {
  const t = useTranslations("leads");
  return (
    <bdi className="shrink-0 tabular-nums">
      {lead.phoneText ? <Searched text={lead.phoneText} /> : t("noPhone")}
    </bdi>
  );
}

/** The buyer's name, which leads to the lead. Names may run right to left. */
function LeadLink({ lead, className }: CellProps & { className?: string }) {
  const nameOf = useLeadName();
  const { query } = useLeadList();
  const list = query && `?list=${encodeURIComponent(query.slice(1))}`;
  return (
    <RowLink href={`/leads/${lead.id}${list}`} {...(className && { className })}>
      <CutText text={nameOf(lead)} />
    </RowLink>
  );
}

function OrderCell({ lead }: CellProps) {
  const t = useTranslations("leads");
  if (!lead.orderNumber) return <span className="text-subheading">{t("source.manual")}</span>;
  return (
    <span className="block max-w-[max(7rem,10vw)] truncate font-mono text-xs" title={lead.orderNumber}>
      <Searched text={lead.orderNumber} />
    </span>
  );
}

function ItemCell({ lead }: CellProps) {
  return (
    <TwoLines
      first={<ItemName lead={lead} className="text-body" />}
      second={lead.itemSku && <span className="font-mono">{lead.itemSku}</span>}
    />
  );
}

/** "Fitness watch +2": the line of the highest value, and how many lines there are beside it. */
function ItemName({ lead, className }: CellProps & { className?: string }) {
  if (!lead.itemName) return <Nothing />;
  return (
    <span className={cn("flex min-w-0 gap-1", className)} title={lead.itemName}>
      <bdi className="truncate">{lead.itemName}</bdi>
      {lead.otherItems > 0 && <span className="shrink-0 text-subheading">+{lead.otherItems}</span>}
    </span>
  );
}

function StoreCell({ lead }: CellProps) {
  const t = useTranslations("leads");
  return (
    <TwoLines
      first={<CutText text={lead.storeName ?? t("source.manual")} className="text-body" />}
      second={lead.storeName && t(`source.${lead.source}`)}
    />
  );
}

function SellerCell({ lead }: CellProps) {
  const t = useTranslations("leads");
  return <PersonCell id={lead.sellerId} name={lead.sellerName ?? t("formerMember")} />;
}

function TotalCell({ lead }: CellProps) {
  const { placed, total, currency } = lead;
  if (placed === null || total === null || currency === null) return <Nothing />;
  return <WorthCell placed={placed} left={total} currency={currency} />;
}

/** A lead on a phone: what it is, how it stands, and the acts a thumb needs. */
export function LeadCard({ lead }: CellProps) {
  const t = useTranslations("leads");
  const worksLeads = can(useRole(), "leads.write");
  return (
    <>
      <div className="flex items-baseline justify-between gap-4 text-[15px]">
        <span className="min-w-0 truncate">
          <LeadLink lead={lead} className="font-semibold" />
        </span>
        <span className="font-semibold">
          <TotalCell lead={lead} />
        </span>
      </div>
      <div className="flex items-baseline justify-between gap-4 text-sm text-subheading">
        <span className="min-w-0 truncate">
          <ItemName lead={lead} />
        </span>
        <RelativeTime date={lead.heardLateAt ?? lead.arrivedAt} className="shrink-0" />
      </div>
      <div className="flex min-w-0 flex-wrap items-center gap-x-2.5 gap-y-1.5">
        <StatusMenu lead={lead} />
        {lead.isTest && <Badge>{t("test")}</Badge>}
        <CallerMark caller={lead.caller} />
        <Warning lead={lead} />
        <FirstTags tags={lead.tags} limit={2} />
      </div>
      {worksLeads && <CardActs lead={lead} />}
    </>
  );
}
