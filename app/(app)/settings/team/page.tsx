import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SettingsPage } from "#components/settings/settings-page.tsx";
import { MemberList } from "#components/settings/team/member-list.tsx";
import { PageHeader } from "#components/shell/page.tsx";
import { requirePermission } from "#lib/base/auth/session.ts";
import { listMembers } from "#lib/team/queries.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("team");
  return { title: t("title") };
}

export default async function TeamPage() {
  const session = await requirePermission("team.read");
  const [t, members] = await Promise.all([getTranslations("team"), listMembers(session)]);
  return (
    <SettingsPage trail={[{ label: t("title") }]}>
      <PageHeader title={t("title")} titleInTopBar />
      <MemberList members={members} ownId={session.userId} />
    </SettingsPage>
  );
}
