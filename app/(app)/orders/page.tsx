import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ExportButton } from "#components/export/export-button.tsx";
import { OrderFilters } from "#components/orders/order-filters.tsx";
import { OrderList } from "#components/orders/order-list.tsx";
import { Page, PageHeader } from "#components/shell/page.tsx";
import { requireSession } from "#lib/auth/session.ts";
import { listFilterOptions } from "#lib/leads/queries.ts";
import { loadOrderListParams, orderListUrl } from "#lib/orders/filters.ts";
import { listOrders } from "#lib/orders/queries.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("orders");
  return { title: t("title") };
}

interface OrdersPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function OrdersPage({ searchParams }: OrdersPageProps) {
  const session = await requireSession();
  const params = await loadOrderListParams(searchParams);
  const [t, page, options] = await Promise.all([
    getTranslations("orders"),
    listOrders(session, params),
    listFilterOptions(session),
  ]);
  return (
    <Page trail={[{ label: t("title") }]}>
      <PageHeader title={t("title")} titleInTopBar />
      <OrderFilters
        options={options}
        acts={
          <ExportButton
            list="orders"
            href={orderListUrl("/orders/export", params)}
            total={page.total}
            isCapped={page.isCapped}
          />
        }
      >
        <OrderList page={page} params={params} />
      </OrderFilters>
    </Page>
  );
}
