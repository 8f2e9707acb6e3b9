import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { loadStore } from "#app/(app)/settings/stores/[id]/load-store.ts";
import { SettingsPage } from "#components/settings/settings-page.tsx";
import { PageHeader } from "#components/shell/page.tsx";
import { AnswersCard } from "#components/stores/answers-card.tsx";
import { ApplyingNotice } from "#components/stores/applying-notice.tsx";
import { ChangeSecret } from "#components/stores/change-secret.tsx";
import { ConnectCard } from "#components/stores/connect-card.tsx";
import { DeliveriesCard } from "#components/stores/deliveries-card.tsx";
import { EditStore } from "#components/stores/edit-store.tsx";
import { HealthCard } from "#components/stores/health-card.tsx";
import { PauseButton } from "#components/stores/pause-button.tsx";
import { QuestionsCard } from "#components/stores/questions-card.tsx";
import { RemoveStore } from "#components/stores/remove-store.tsx";
import { RotationNotice } from "#components/stores/rotation-notice.tsx";
import { StateMoment } from "#components/stores/state-moment.tsx";
import { StoreAlerts } from "#components/stores/store-alerts.tsx";
import { StorePill } from "#components/stores/store-pill.tsx";
import { can } from "#lib/base/auth/permissions.ts";
import { requirePermission } from "#lib/base/auth/session.ts";
import { env } from "#lib/base/env.ts";
import { webhookAddress } from "#lib/platforms/facts.ts";
import { listPossibleOwners } from "#lib/stores/queries.ts";

interface StorePageProps {
  params: Promise<{ id: string }>;
}

export async function generateMetadata({ params }: StorePageProps): Promise<Metadata> {
  const { store } = await loadStore((await params).id);
  return { title: store.name };
}

export default async function StorePage({ params }: StorePageProps) {
  const session = await requirePermission("stores.read");
  const [{ store, days, deliveries, failed, questions, answers, isApplying, lastOrder }, t, owners] =
    await Promise.all([
      loadStore((await params).id),
      getTranslations("stores"),
      can(session.role, "stores.writeForOthers") ? listPossibleOwners(session) : null,
    ]);
  const mayWrite = can(session.role, "stores.write") && !store.removedAt;
  const connect = <ConnectCard store={store} address={webhookAddress(env().APP_URL, store)} />;
  return (
    <SettingsPage trail={[{ label: t("title"), href: "/settings/stores" }, { label: store.name }]}>
      <PageHeader
        title={store.name}
        aside={
          <>
            <StorePill store={store} />
            <StateMoment store={store} className="text-subheading text-xs" />
          </>
        }
        description={
          <span className="wrap-anywhere">
            {[t(`platform.${store.type}`), store.domain, store.owner.name].join(" · ")}
          </span>
        }
        actions={
          mayWrite && (
            <>
              {store.isActive && <PauseButton storeId={store.id} />}
              <EditStore store={store} owners={owners} />
              <ChangeSecret store={store} />
              <RemoveStore store={store} />
            </>
          )
        }
      />
      <StoreAlerts store={store} lastOrder={lastOrder} mayWrite={can(session.role, "stores.write")} />
      {store.previousSecretUntil && (
        <RotationNotice store={store} until={store.previousSecretUntil} mayEnd={mayWrite} />
      )}
      {isApplying && <ApplyingNotice />}
      <QuestionsCard storeId={store.id} questions={questions} mayAnswer={mayWrite} />
      {!store.lastDeliveryAt && !store.removedAt && connect}
      <HealthCard days={days} />
      <DeliveriesCard storeId={store.id} deliveries={deliveries} failed={failed} mayRetry={mayWrite} />
      <AnswersCard store={store} answers={answers} mayAnswer={mayWrite} />
      {store.lastDeliveryAt && !store.removedAt && connect}
    </SettingsPage>
  );
}
