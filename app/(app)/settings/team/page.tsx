import { Users } from "lucide-react";
import type { Metadata } from "next";
import { headers } from "next/headers";
import { getTranslations } from "next-intl/server";
import { SettingsPage } from "#components/settings/settings-page.tsx";
import { HandOverButton } from "#components/settings/team/hand-over-button.tsx";
import { InvitationsCard } from "#components/settings/team/invitations-card.tsx";
import { InviteButton } from "#components/settings/team/invite-button.tsx";
import { MemberList } from "#components/settings/team/member-list.tsx";
import { SecondFactorRule } from "#components/settings/team/second-factor-rule.tsx";
import { PageHeader } from "#components/shell/page.tsx";
import { Card } from "#components/ui/card.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { requirePermission } from "#lib/base/auth/session.ts";
import { mailsGo } from "#lib/mail/kept.ts";
import { listInvitations } from "#lib/team/invitations.ts";
import { listMembers } from "#lib/team/queries.ts";
import { loadSecondFactorRule } from "#lib/team/second-factor.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("team");
  return { title: t("title") };
}

export default async function TeamPage() {
  const session = await requirePermission("team.read");
  const [t, members, invitations, factorRule] = await Promise.all([
    getTranslations("team"),
    listMembers(session),
    listInvitations(session),
    loadSecondFactorRule(session),
  ]);
  const mails = mailsGo(await headers());
  const isAlone = members.length === 1 && invitations.length === 0;
  return (
    <SettingsPage trail={[{ label: t("title") }]}>
      <PageHeader
        title={t("title")}
        titleInTopBar
        actions={
          <>
            {members.length > 1 && <HandOverButton members={members} />}
            <InviteButton mailsGo={mails} />
          </>
        }
      />
      <MemberList members={members} ownId={session.userId} />
      {invitations.length > 0 && <InvitationsCard invitations={invitations} mailsGo={mails} />}
      {isAlone && (
        <Card>
          <EmptyState icon={Users} title={t("alone")} text={t("aloneText")} />
        </Card>
      )}
      <SecondFactorRule {...factorRule} />
    </SettingsPage>
  );
}
