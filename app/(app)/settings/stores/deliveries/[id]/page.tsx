import type { Metadata } from "next";
import { getFormatter, getTranslations } from "next-intl/server";
import { loadDelivery } from "#app/(app)/settings/stores/deliveries/[id]/load-delivery.ts";
import { BodyCard } from "#components/deliveries/body-card.tsx";
import { ChangesCard } from "#components/deliveries/changes-card.tsx";
import { DeliveryPill } from "#components/deliveries/delivery-pill.tsx";
import { RetryButton } from "#components/deliveries/retry-button.tsx";
import { WhatCard } from "#components/deliveries/what-card.tsx";
import { SettingsPage } from "#components/settings/settings-page.tsx";
import { PageHeader } from "#components/shell/page.tsx";
import { can } from "#lib/base/auth/permissions.ts";
import { requirePermission } from "#lib/base/auth/session.ts";
import { oneOf } from "#lib/base/list/params.ts";
import { showBody } from "#lib/deliveries/body.ts";
import { readBodyOf } from "#lib/deliveries/delivery-query.ts";
import { deliveryList } from "#lib/deliveries/list.ts";
import { bodyLooks } from "#lib/deliveries/model.ts";

type DeliveryPageProps = PageProps<"/settings/stores/deliveries/[id]">;

export async function generateMetadata({ params }: DeliveryPageProps): Promise<Metadata> {
  return { title: (await loadDelivery((await params).id)).topic };
}

const look = oneOf(bodyLooks);

export default async function DeliveryPage({ params, searchParams }: DeliveryPageProps) {
  const session = await requirePermission("stores.read");
  const delivery = await loadDelivery((await params).id);
  const [t, format, body, query] = await Promise.all([
    getTranslations(),
    getFormatter(),
    readBodyOf(session, delivery.id),
    searchParams,
  ]);
  const shownLook = look.parseServerSide(query.body);
  const { store, topic, state, receivedAt } = delivery;
  return (
    <SettingsPage
      trail={[
        { label: t("stores.title"), href: "/settings/stores" },
        { label: store.name, href: `/settings/stores/${store.id}` },
        { label: t("deliveries.title"), href: deliveryList.url({ store: [store.id] }) },
        { label: topic },
      ]}
    >
      <PageHeader
        title={<span className="break-all font-mono text-xl">{topic}</span>}
        aside={<DeliveryPill state={state} />}
        description={
          <>
            <bdi>{store.name}</bdi> · {format.dateTime(receivedAt, "long")}
          </>
        }
        actions={can(session.role, "stores.write") && state === "failed" && <RetryButton id={delivery.id} />}
      />
      <WhatCard delivery={delivery} />
      <ChangesCard delivery={delivery} />
      <BodyCard
        delivery={delivery}
        look={shownLook}
        body={body && { size: body.byteLength, ...showBody(body, shownLook === "pretty") }}
      />
    </SettingsPage>
  );
}
