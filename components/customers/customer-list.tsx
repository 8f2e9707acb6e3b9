import { Users } from "lucide-react";
import { useTranslations } from "next-intl";
import { CustomerListView, type CustomerListViewProps } from "#components/customers/customer-list-view.tsx";
import { NothingMatches } from "#components/list/nothing-matches.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import type { Page } from "#lib/base/list/page.ts";
import { type CustomerListParams, customerListUrl } from "#lib/customers/filters.ts";
import { formatPhone } from "#lib/customers/model.ts";
import type { CustomerRow } from "#lib/customers/queries.ts";

export interface CustomerListProps extends Omit<CustomerListViewProps, "page" | "empty"> {
  page: Page<CustomerRow>;
  params: CustomerListParams;
}

/** The customers list, begun on the server: reading phone numbers needs tables too large for a browser. */
export function CustomerList({ page, params, ...props }: CustomerListProps) {
  const rows = page.rows.map((row) => ({ ...row, phoneText: row.phone && formatPhone(row.phone) }));
  return (
    <CustomerListView
      {...props}
      page={{ ...page, rows }}
      empty={rows.length === 0 && <NoCustomers params={params} />}
    />
  );
}

function NoCustomers({ params }: { params: CustomerListParams }) {
  const t = useTranslations("customers.empty");
  const { sort, size } = params;
  const wholeList = customerListUrl("/customers", { sort, size });
  if (customerListUrl("/customers", params) !== wholeList) return <NothingMatches clearHref={wholeList} />;
  return <EmptyState icon={Users} title={t("none")} text={t("noneText")} />;
}
