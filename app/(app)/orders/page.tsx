import { Package } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { ToFirstSteps } from "#components/first-steps/to-first-steps.tsx";
import { ListEmpty } from "#components/list/list-empty.tsx";
import { ListPage, listMetadata } from "#components/list/list-page.tsx";
import { OrderList } from "#components/orders/order-list.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { can } from "#lib/base/auth/permissions.ts";
import { loadFrame, openList } from "#lib/base/list/open.ts";
import { withPhoneText } from "#lib/customers/phone-text.ts";
import { orderExport } from "#lib/export/orders.ts";
import { listFilterOptions } from "#lib/leads/queries.ts";
import { orderList } from "#lib/orders/list.ts";
import { countOrdersOn, listOrders } from "#lib/orders/queries.ts";

export const generateMetadata = ({ searchParams }: PageProps<"/orders">) =>
  listMetadata(orderList, searchParams);

export default async function OrdersPage({ searchParams }: PageProps<"/orders">) {
  const { session, params, misread } = await openList(orderList, searchParams);
  const [t, page, options, frame] = await Promise.all([
    getTranslations("orders.empty"),
    listOrders(session, params),
    listFilterOptions(session),
    loadFrame(session, orderExport),
  ]);
  return (
    <ListPage list="orders">
      <OrderList
        {...frame}
        searched={params.q}
        misread={misread}
        exactCount={countOrdersOn(session, params, page)}
        page={withPhoneText(page)}
        options={options}
        empty={
          <ListEmpty list={orderList} params={params} page={page}>
            <EmptyState
              icon={Package}
              title={t("none")}
              text={t("noneText")}
              action={<ToFirstSteps mayConnect={can(session.role, "stores.write")} />}
            />
          </ListEmpty>
        }
      />
    </ListPage>
  );
}
