import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { activateMemberAction, deactivateMemberAction } from "#app/(app)/settings/team/actions.ts";
import { SettingsPage } from "#components/settings/settings-page.tsx";
import { MemberList } from "#components/settings/team/member-list.tsx";
import { PageHeader } from "#components/shell/page.tsx";
import { can } from "#lib/base/auth/permissions.ts";
import { requireSession } from "#lib/base/auth/session.ts";
import { listMembers } from "#lib/team/queries.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("team");
  return { title: t("title") };
}

export default async function TeamPage() {
  const session = await requireSession();
  if (!can(session.role, "team.read")) notFound();
  const [t, members] = await Promise.all([getTranslations("team"), listMembers(session)]);
  return (
    <SettingsPage trail={[{ label: t("title") }]}>
      <PageHeader title={t("title")} titleInTopBar />
      <MemberList
        members={members}
        ownId={session.userId}
        actions={{ deactivate: deactivateMemberAction, activate: activateMemberAction }}
      />
    </SettingsPage>
  );
}
