import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { SettingsPage } from "#components/settings/settings-page.tsx";
import { PageHeader } from "#components/shell/page.tsx";

export interface DeliveriesPageProps {
  /** The only store whose deliveries are asked for. */
  store?: { id: string; name: string } | undefined;
  actions?: ReactNode;
  children: ReactNode;
}

/** The page of the delivery log, also while it loads. */
export function DeliveriesPage({ store, actions, children }: DeliveriesPageProps) {
  const t = useTranslations();
  return (
    <SettingsPage
      trail={[
        { label: t("stores.title"), href: "/settings/stores" },
        ...(store ? [{ label: store.name, href: `/settings/stores/${store.id}` }] : []),
        { label: t("deliveries.title") },
      ]}
    >
      <PageHeader title={t("deliveries.title")} titleInTopBar actions={actions} />
      {children}
    </SettingsPage>
  );
}
