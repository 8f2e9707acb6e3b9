"use client";

import { useFormatter, useTranslations } from "next-intl";
import { Spent } from "#components/customers/spent.tsx";
import type { ListColumns } from "#components/list/columns.tsx";
import { ListLoading } from "#components/list/list-loading.tsx";
import { ListView, type ShownList } from "#components/list/list-view.tsx";
import { Searched } from "#components/list/searched.tsx";
import { CutText } from "#components/list/table/cut-text.tsx";
import { Nothing } from "#components/list/table/nothing.tsx";
import { RowLink } from "#components/list/table/row-link.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
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
    from: "lg",
  },
  { id: "orders", cell: (customer) => <OrdersCell customer={customer} />, align: "end", width: "72px" },
  { id: "spent", cell: (customer) => <SpentCell customer={customer} />, align: "end", width: "128px" },
];

/** The customers list. */
export function CustomerList(shown: ShownList<ListedCustomer>) {
  return (
    <ListView
      {...shown}
      list={customerList}
      columns={columns}
      renderCard={(customer) => <CustomerCard customer={customer} />}
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

function OrdersCell({ customer }: CellProps) {
  return useFormatter().number(customer.orders);
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
      <p className="text-subheading text-xs">{t("ordersCount", { count: customer.orders })}</p>
    </>
  );
}
