import { Webhook } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { DeliveriesPage } from "#components/deliveries/deliveries-page.tsx";
import { DeliveryList } from "#components/deliveries/delivery-list.tsx";
import { RetryFailed } from "#components/deliveries/retry-failed.tsx";
import { UnderWay } from "#components/deliveries/under-way.tsx";
import { ToFirstSteps } from "#components/first-steps/to-first-steps.tsx";
import { ListEmpty } from "#components/list/list-empty.tsx";
import { listMetadata } from "#components/list/list-page.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { can } from "#lib/base/auth/permissions.ts";
import { loadFrame, openList } from "#lib/base/list/open.ts";
import { deliveryList } from "#lib/deliveries/list.ts";
import { countDeliveriesOn, getStanding, listDeliveries } from "#lib/deliveries/queries.ts";
import { deliveryExport } from "#lib/export/deliveries.ts";

export const generateMetadata = ({ searchParams }: PageProps<"/settings/stores/deliveries">) =>
  listMetadata(deliveryList, searchParams);

export default async function DeliveryLogPage({ searchParams }: PageProps<"/settings/stores/deliveries">) {
  const { session, params, misread } = await openList(deliveryList, searchParams);
  const [t, page, { stores, failed, waiting }, frame] = await Promise.all([
    getTranslations("deliveries.empty"),
    listDeliveries(session, params),
    getStanding(session, params),
    loadFrame(session, deliveryExport),
  ]);
  const [only, ...others] = stores.filter(({ id }) => params.store.includes(id));
  return (
    <DeliveriesPage
      store={others.length === 0 ? only : undefined}
      actions={can(session.role, "stores.write") && <RetryFailed failed={failed} storeIds={params.store} />}
    >
      <UnderWay waiting={waiting} />
      <DeliveryList
        {...frame}
        searched={params.q}
        misread={misread}
        exactCount={countDeliveriesOn(session, params, page)}
        page={page}
        stores={stores}
        empty={
          <ListEmpty list={deliveryList} params={params} page={page}>
            <EmptyState
              icon={Webhook}
              title={t("none")}
              text={t("noneText")}
              action={<ToFirstSteps mayConnect={can(session.role, "stores.write")} />}
            />
          </ListEmpty>
        }
      />
    </DeliveriesPage>
  );
}
