import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SettingsPage } from "#components/settings/settings-page.tsx";
import { PageHeader } from "#components/shell/page.tsx";
import { NewStoreForm } from "#components/stores/new-store-form.tsx";
import { can } from "#lib/base/auth/permissions.ts";
import { requirePermission } from "#lib/base/auth/session.ts";
import { listPossibleOwners } from "#lib/stores/queries.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("stores");
  return { title: t("add") };
}

export default async function NewStorePage() {
  const session = await requirePermission("stores.write");
  const [t, owners] = await Promise.all([
    getTranslations("stores"),
    can(session.role, "stores.writeForOthers") ? listPossibleOwners(session) : null,
  ]);
  return (
    <SettingsPage trail={[{ label: t("title"), href: "/settings/stores" }, { label: t("add") }]}>
      <PageHeader title={t("add")} />
      <NewStoreForm owners={owners} userId={session.userId} />
    </SettingsPage>
  );
}
