import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SettingsPage } from "#components/settings/settings-page.tsx";
import { PageHeader } from "#components/shell/page.tsx";
import { TelegramCard } from "#components/telegram/telegram-card.tsx";
import { requirePermission } from "#lib/base/auth/session.ts";
import { getTelegramSettings } from "#lib/telegram/queries.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("telegram");
  return { title: t("title") };
}

export default async function TelegramPage() {
  const session = await requirePermission("profile.write");
  const [t, settings] = await Promise.all([getTranslations("telegram"), getTelegramSettings(session)]);
  return (
    <SettingsPage trail={[{ label: t("title") }]}>
      <PageHeader title={t("title")} titleInTopBar />
      <TelegramCard settings={settings} />
    </SettingsPage>
  );
}
