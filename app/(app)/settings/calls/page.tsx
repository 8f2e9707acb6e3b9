import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CallRulesCard } from "#components/leads/call/call-rules-card.tsx";
import { SettingsPage } from "#components/settings/settings-page.tsx";
import { PageHeader } from "#components/shell/page.tsx";
import { can } from "#lib/base/auth/permissions.ts";
import { requirePermission } from "#lib/base/auth/session.ts";
import { getCallRules } from "#lib/leads/call-rules.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("callRules");
  return { title: t("title") };
}

export default async function CallRulesPage() {
  const session = await requirePermission("leads.read");
  const [t, rules] = await Promise.all([getTranslations("callRules"), getCallRules(session)]);
  return (
    <SettingsPage trail={[{ label: t("title") }]}>
      <PageHeader title={t("title")} titleInTopBar />
      <CallRulesCard rules={rules} mayWrite={can(session.role, "workspace.write")} />
    </SettingsPage>
  );
}
