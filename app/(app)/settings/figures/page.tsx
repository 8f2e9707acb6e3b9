import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { RecountsCard } from "#components/settings/figures/recounts-card.tsx";
import { SettingsPage } from "#components/settings/settings-page.tsx";
import { PageHeader } from "#components/shell/page.tsx";
import { requirePermission } from "#lib/base/auth/session.ts";
import { listRecounts } from "#lib/kpi/queries.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("recounts");
  return { title: t("title") };
}

export default async function FiguresPage() {
  const session = await requirePermission("workspace.write");
  const [t, recounts] = await Promise.all([getTranslations("recounts"), listRecounts(session)]);
  return (
    <SettingsPage trail={[{ label: t("title") }]}>
      <PageHeader title={t("title")} titleInTopBar />
      <RecountsCard recounts={recounts} />
    </SettingsPage>
  );
}
