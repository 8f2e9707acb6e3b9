import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CustomerList } from "#components/customers/customer-list.tsx";
import { ExportButton } from "#components/export/export-button.tsx";
import { Page, PageHeader } from "#components/shell/page.tsx";
import { requireSession } from "#lib/auth/session.ts";
import { customerListUrl, loadCustomerListParams } from "#lib/customers/filters.ts";
import { listCustomers } from "#lib/customers/queries.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("customers");
  return { title: t("title") };
}

interface CustomersPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function CustomersPage({ searchParams }: CustomersPageProps) {
  const session = await requireSession();
  const params = await loadCustomerListParams(searchParams);
  const [t, page] = await Promise.all([getTranslations("customers"), listCustomers(session, params)]);
  return (
    <Page trail={[{ label: t("title") }]}>
      <PageHeader title={t("title")} titleInTopBar />
      <CustomerList
        page={page}
        params={params}
        acts={
          <ExportButton
            list="customers"
            href={customerListUrl("/customers/export", params)}
            total={page.total}
            isCapped={page.isCapped}
          />
        }
      />
    </Page>
  );
}
