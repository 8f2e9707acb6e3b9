import { Plus, Store } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import { SettingsPage } from "#components/settings/settings-page.tsx";
import { PageHeader } from "#components/shell/page.tsx";
import { RemovedStores } from "#components/stores/removed-stores.tsx";
import { StoreTable } from "#components/stores/store-table.tsx";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { can } from "#lib/base/auth/permissions.ts";
import { requirePermission } from "#lib/base/auth/session.ts";
import { listRemovedStores, listStores } from "#lib/stores/queries.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("stores");
  return { title: t("title") };
}

export default async function StoresPage() {
  const session = await requirePermission("stores.read");
  const [t, stores, removed] = await Promise.all([
    getTranslations("stores"),
    listStores(session),
    listRemovedStores(session),
  ]);
  const mayAdd = can(session.role, "stores.write");
  return (
    <SettingsPage trail={[{ label: t("title") }]}>
      <PageHeader title={t("title")} titleInTopBar actions={mayAdd && stores.length > 0 && <AddStore />} />
      <StoreTable
        stores={stores}
        empty={
          <EmptyState
            icon={Store}
            title={t("none")}
            text={mayAdd ? t("noneText") : t("noneReadOnlyText")}
            action={mayAdd && <AddStore />}
          />
        }
      />
      <RemovedStores stores={removed} />
    </SettingsPage>
  );
}

function AddStore() {
  const t = useTranslations("stores");
  return (
    <Button asChild variant="primary">
      <Link href="/settings/stores/new">
        <Plus aria-hidden />
        {t("add")}
      </Link>
    </Button>
  );
}
