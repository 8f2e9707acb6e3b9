import { useTranslations } from "next-intl";
import { FormerMembers } from "#components/settings/team/former-members.tsx";
import { MemberRow, memberRowClasses } from "#components/settings/team/member-row.tsx";
import { receiversOf } from "#components/settings/team/receivers.ts";
import { Card } from "#components/ui/card.tsx";
import { cn } from "#components/ui/cn.ts";
import type { ListedMember } from "#lib/team/queries.ts";

export interface MemberListProps {
  members: ListedMember[];
  /** Who looks at the list. */
  ownId: string;
}

/** Everybody who is or was a member, with what they may do, what they have to do, and when they were here. */
export function MemberList({ members, ownId }: MemberListProps) {
  const t = useTranslations("team");
  const rowsOf = (isActive: boolean) =>
    members
      .filter((member) => member.isActive === isActive)
      .map((member) => (
        <MemberRow
          key={member.id}
          member={member}
          isOwn={member.id === ownId}
          receivers={receiversOf(member, members)}
        />
      ));
  const former = rowsOf(false);
  return (
    <Card>
      <div
        aria-hidden
        className={cn(memberRowClasses, "border-b py-2 font-medium text-subheading text-xs max-lg:hidden")}
      >
        <span>{t("columns.member")}</span>
        <span>{t("columns.role")}</span>
        <span>{t("columns.stores")}</span>
        <span className="text-end">{t("columns.openLeads")}</span>
        <span>{t("lastSeen")}</span>
        <span>{t("columns.secondFactor")}</span>
      </div>
      <ul aria-label={t("members")} className="divide-y divide-border">
        {rowsOf(true)}
      </ul>
      <FormerMembers
        count={former.length}
        label={t("deactivatedCount", { count: former.length })}
        startsOpen={members.some(({ isActive, openLeads }) => !isActive && openLeads > 0)}
        sum={<Sum members={members} />}
      >
        <ul aria-label={t("deactivated")} className="divide-y divide-border border-t">
          {former}
        </ul>
      </FormerMembers>
    </Card>
  );
}

/** How many there are, and what waits for them, former members' leads included. */
function Sum({ members }: { members: ListedMember[] }) {
  const t = useTranslations("team");
  const active = members.filter(({ isActive }) => isActive).length;
  const leads = members.reduce((sum, member) => sum + member.openLeads, 0);
  return (
    <span className="text-subheading">
      {[t("count", { count: active }), t("openLeads", { count: leads })].join(" · ")}
    </span>
  );
}
