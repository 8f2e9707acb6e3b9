import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { saveListLookAction, saveViewAction } from "#app/(app)/actions.ts";
import { defaultLook } from "#components/list/looks/list-look.ts";
import { OrderList } from "#components/orders/order-list.tsx";
import { Page, PageHeader } from "#components/shell/page.tsx";
import { requireSession } from "#lib/base/auth/session.ts";
import { getListLook } from "#lib/base/list/looks/queries.ts";
import { listSavedViews } from "#lib/base/list/saved-views/queries.ts";
import { orderColumnIds } from "#lib/export/order-columns.ts";
import { listFilterOptions } from "#lib/leads/queries.ts";
import { loadOrderListParams } from "#lib/orders/filters.ts";
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
  const [t, page, options, look, savedViews] = await Promise.all([
    getTranslations("orders"),
    listOrders(session, params),
    listFilterOptions(session),
    getListLook(session, "orders"),
    listSavedViews(session),
  ]);
  return (
    <Page trail={[{ label: t("title") }]}>
      <PageHeader title={t("title")} titleInTopBar />
      <OrderList
        page={page}
        params={params}
        options={options}
        look={look ?? defaultLook}
        saveLook={saveListLookAction}
        exportColumns={orderColumnIds(session)}
        savedViews={savedViews}
        saveView={saveViewAction}
      />
    </Page>
  );
}
