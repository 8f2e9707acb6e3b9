import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { saveListLookAction, saveViewAction } from "#app/(app)/actions.ts";
import { CustomerList } from "#components/customers/customer-list.tsx";
import { defaultLook } from "#components/list/looks/list-look.ts";
import { Page, PageHeader } from "#components/shell/page.tsx";
import { requireSession } from "#lib/base/auth/session.ts";
import { getListLook } from "#lib/base/list/looks/queries.ts";
import { listSavedViews } from "#lib/base/list/saved-views/queries.ts";
import { loadCustomerListParams } from "#lib/customers/filters.ts";
import { listCustomers } from "#lib/customers/queries.ts";
import { customerColumnIds } from "#lib/export/customer-columns.ts";

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
  const [t, page, look, savedViews] = await Promise.all([
    getTranslations("customers"),
    listCustomers(session, params),
    getListLook(session, "customers"),
    listSavedViews(session),
  ]);
  return (
    <Page trail={[{ label: t("title") }]}>
      <PageHeader title={t("title")} titleInTopBar />
      <CustomerList
        page={page}
        params={params}
        look={look ?? defaultLook}
        saveLook={saveListLookAction}
        exportColumns={customerColumnIds(session)}
        savedViews={savedViews}
        saveView={saveViewAction}
      />
    </Page>
  );
}
