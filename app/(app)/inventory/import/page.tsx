import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ImportDesk } from "#components/inventory/import/import-desk.tsx";
import { RecentImports } from "#components/inventory/import/recent-imports.tsx";
import { Page, PageHeader } from "#components/shell/page.tsx";
import { can } from "#lib/base/auth/permissions.ts";
import { requirePermission } from "#lib/base/auth/session.ts";
import { listRecentImports } from "#lib/inventory/import/recent.ts";
import { listPossibleOwners } from "#lib/stores/queries.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("inventory.import"))("title") };
}

export default async function ImportPage() {
  const session = await requirePermission("inventory.write");
  const [t, owners, recent] = await Promise.all([
    getTranslations("inventory"),
    can(session.role, "inventory.writeForOthers") ? listPossibleOwners(session) : null,
    listRecentImports(session),
  ]);
  return (
    <Page
      trail={[{ label: t("title"), href: "/inventory" }, { label: t("import.title") }]}
      className="mx-auto max-w-[960px]"
    >
      <PageHeader title={t("import.title")} description={t("import.text")} />
      <ImportDesk owners={owners} userId={session.userId} />
      {recent.length > 0 && <RecentImports imports={recent} />}
    </Page>
  );
}
