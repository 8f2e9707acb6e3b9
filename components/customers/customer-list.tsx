"use client";

import { Merge } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { MergeDialog } from "#components/customers/merge-dialog.tsx";
import { Spent } from "#components/customers/spent.tsx";
import type { ListColumns } from "#components/list/columns.tsx";
import { optionOf } from "#components/list/filters/options.ts";
import { ListLoading } from "#components/list/list-loading.tsx";
import { ListView, type ShownList } from "#components/list/list-view.tsx";
import { Searched } from "#components/list/searched.tsx";
import { CutText } from "#components/list/table/cut-text.tsx";
import { Nothing } from "#components/list/table/nothing.tsx";
import { RowLink } from "#components/list/table/row-link.tsx";
import { TwoLines } from "#components/list/table/two-lines.tsx";
import { useRole } from "#components/shell/shell-context.tsx";
import { Button } from "#components/ui/button.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { can } from "#lib/base/auth/permissions.ts";
import { customerList } from "#lib/customers/list.ts";
import type { WithPhoneText } from "#lib/customers/phone-text.ts";
import type { CustomerRow } from "#lib/customers/queries.ts";

type ListedCustomer = WithPhoneText<CustomerRow>;

interface CellProps {
  customer: ListedCustomer;
}

const columns: ListColumns<"customers", ListedCustomer> = [
  {
    id: "created",
    cell: ({ createdAt }) => <RelativeTime date={createdAt} />,
    width: "112px",
    sorts: ["newest", "oldest"],
  },
  {
    id: "name",
    cell: (customer) => <CustomerLink customer={customer} />,
    width: "212px",
    grow: true,
    isFixed: true,
  },
  {
    id: "email",
    cell: (customer) => <EmailCell customer={customer} />,
    width: "160px",
    grow: true,
    from: "xl",
  },
  { id: "phone", cell: (customer) => <PhoneCell customer={customer} />, width: "152px" },
  {
    id: "lastOrder",
    cell: (customer) => <LastOrderCell customer={customer} />,
    width: "112px",
    from: "xl",
  },
  {
    id: "orders",
    cell: (customer) => <OrdersCell customer={customer} />,
    align: "end",
    width: "104px",
    sorts: ["orders"],
  },
  {
    id: "spent",
    cell: (customer) => <SpentCell customer={customer} />,
    align: "end",
    width: "128px",
    sorts: ["spent"],
  },
];

export interface CustomerListProps extends ShownList<ListedCustomer> {
  /** What customers can be filtered by; no seller for those who see only their own. */
  options: Record<"countries" | "tags" | "sellers", { id: string; name: string }[]>;
}

/** The customers list. Two of them can be made one. */
export function CustomerList({ options: { countries, tags, sellers }, ...shown }: CustomerListProps) {
  const t = useTranslations("customers");
  const mayMerge = can(useRole(), "customers.merge");
  return (
    <ListView
      {...shown}
      list={customerList}
      columns={columns}
      renderCard={(customer) => <CustomerCard customer={customer} />}
      filters={({ some, onlyIf }) => [
        some("country", t("filters.country"), countries.map(optionOf)),
        some("tag", t("filters.tag"), tags.map(optionOf)),
        ...(sellers.length > 0 ? [some("seller", t("filters.seller"), sellers.map(optionOf))] : []),
        onlyIf("refused", t("filters.refused")),
      ]}
      {...(mayMerge && {
        bulk: {
          nameOf: ({ name }: ListedCustomer) => name ?? t("noName"),
          renderActs: (customers: ListedCustomer[], clear: () => void) => (
            <MergeSelected customers={customers} onMerged={clear} />
          ),
        },
      })}
    />
  );
}

/** Two make one; of more or fewer nobody knows which. */
function MergeSelected({ customers, onMerged }: { customers: ListedCustomer[]; onMerged: () => void }) {
  const t = useTranslations("customers");
  const [one, other, ...others] = customers;
  if (!one || !other || others.length > 0)
    return <span className="whitespace-nowrap text-sm text-subheading">{t("mergeTwoHint")}</span>;
  return (
    <MergeDialog
      customerId={one.id}
      otherId={other.id}
      trigger={
        <Button>
          <Merge aria-hidden />
          {t("mergeTwo")}
        </Button>
      }
      onMerged={onMerged}
    />
  );
}

export function CustomersLoading() {
  return <ListLoading list="customers" columns={columns} />;
}

/** The buyer's name, which leads to the customer. Names may run right to left. */
function CustomerLink({ customer, className = "" }: CellProps & { className?: string }) {
  const t = useTranslations("customers");
  return (
    <RowLink href={`/customers/${customer.id}`} className={className}>
      <CutText text={customer.name ?? customer.phoneText ?? customer.email ?? t("noName")} />
    </RowLink>
  );
}

function EmailCell({ customer }: CellProps) {
  if (!customer.email) return <Nothing />;
  return (
    <span className="text-body" title={customer.email}>
      <Searched text={customer.email} />
    </span>
  );
}

function PhoneCell({ customer }: CellProps) {
  if (!customer.phoneText) return <Nothing />;
  return (
    <bdi className="text-body tabular-nums">
      <Searched text={customer.phoneText} />
    </bdi>
  );
}

function OrdersCell({ customer: { orders, refused } }: CellProps) {
  const t = useTranslations("customers");
  const format = useFormatter();
  if (refused === 0) return format.number(orders);
  return (
    <TwoLines
      first={format.number(orders)}
      second={<span className="text-red-text">{t("refusedCount", { refused })}</span>}
    />
  );
}

function SpentCell({ customer }: CellProps) {
  if (Object.keys(customer.spent).length === 0) return <Nothing />;
  return (
    <span className="font-medium text-heading">
      <Spent spent={customer.spent} />
    </span>
  );
}

function LastOrderCell({ customer }: CellProps) {
  if (!customer.lastOrderAt) return <Nothing />;
  return <RelativeTime date={customer.lastOrderAt} />;
}

/** A customer on a phone. */
function CustomerCard({ customer }: CellProps) {
  const t = useTranslations("customers");
  return (
    <>
      <div className="flex items-baseline justify-between gap-4 text-[15px]">
        <span className="min-w-0 truncate">
          <CustomerLink customer={customer} className="font-semibold" />
        </span>
        <span className="shrink-0 text-end font-medium text-heading">
          <Spent spent={customer.spent} />
        </span>
      </div>
      <div className="flex items-baseline justify-between gap-4 text-sm text-subheading">
        <span className="min-w-0 truncate">
          <bdi>{customer.phoneText ?? customer.email}</bdi>
        </span>
        <span className="shrink-0">
          <LastOrderCell customer={customer} />
        </span>
      </div>
      <p className="text-subheading text-xs">
        {t("ordersCount", { count: customer.orders })}
        {customer.refused > 0 && (
          <span className="text-red-text"> · {t("refusedCount", { refused: customer.refused })}</span>
        )}
      </p>
    </>
  );
}
