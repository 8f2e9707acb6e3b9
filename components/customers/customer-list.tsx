import { Users } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { CustomerTable } from "#components/customers/customer-table.tsx";
import { NothingMatches } from "#components/data-table/nothing-matches.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import type { CustomerListParams } from "#lib/customers/filters.ts";
import { formatPhone } from "#lib/customers/model.ts";
import type { CustomerRow } from "#lib/customers/queries.ts";
import type { Page } from "#lib/http/page.ts";

export interface CustomerListProps {
  page: Page<CustomerRow>;
  params: CustomerListParams;
  acts: ReactNode;
}

/** One page of the customers list, made on the server: reading phone numbers needs tables too large for a browser. */
export function CustomerList({ page, params, acts }: CustomerListProps) {
  const customers = page.rows.map((row) => ({ ...row, phoneText: row.phone && formatPhone(row.phone) }));
  return (
    <CustomerTable
      customers={customers}
      params={params}
      total={page.total}
      isCapped={page.isCapped}
      previous={page.previous}
      next={page.next}
      acts={acts}
      empty={customers.length === 0 && <NoCustomers params={params} />}
    />
  );
}

function NoCustomers({ params }: { params: CustomerListParams }) {
  const t = useTranslations("customers.empty");
  if (params.q || params.after || params.before) return <NothingMatches clearHref="/customers" />;
  return <EmptyState icon={Users} title={t("none")} text={t("noneText")} />;
}
