import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SettingsPage } from "#components/settings/settings-page.tsx";
import { PageHeader } from "#components/shell/page.tsx";
import { NewStoreForm } from "#components/stores/new-store-form.tsx";
import { can } from "#lib/base/auth/permissions.ts";
import { requirePermission } from "#lib/base/auth/session.ts";
import { findRemovedStore, listPossibleOwners } from "#lib/stores/queries.ts";
import { storeIdSchema } from "#lib/stores/schema.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("stores");
  return { title: t("add") };
}

interface NewStorePageProps {
  searchParams: Promise<{ again?: string | string[] }>;
}

export default async function NewStorePage({ searchParams }: NewStorePageProps) {
  const session = await requirePermission("stores.write");
  const again = storeIdSchema.safeParse({ id: (await searchParams).again });
  const [t, removed, owners] = await Promise.all([
    getTranslations("stores"),
    again.success ? findRemovedStore(session, again.data.id) : null,
    can(session.role, "stores.writeForOthers") ? listPossibleOwners(session) : null,
  ]);
  return (
    <SettingsPage trail={[{ label: t("title"), href: "/settings/stores" }, { label: t("add") }]}>
      <PageHeader title={t("add")} />
      <NewStoreForm removed={removed} owners={owners} userId={session.userId} />
    </SettingsPage>
  );
}
