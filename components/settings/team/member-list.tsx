import { useTranslations } from "next-intl";
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
  return (
    <Card>
      <div
        aria-hidden
        className={cn(memberRowClasses, "border-b py-2 font-medium text-subheading text-xs max-md:hidden")}
      >
        <span>{t("columns.member")}</span>
        <span>{t("columns.role")}</span>
        <span>{t("columns.stores")}</span>
        <span className="text-end">{t("columns.openLeads")}</span>
        <span>{t("lastSeen")}</span>
      </div>
      <ul aria-label={t("members")} className="divide-y divide-border">
        {members.map((member) => (
          <MemberRow
            key={member.id}
            member={member}
            isOwn={member.id === ownId}
            receivers={receiversOf(member, members)}
          />
        ))}
      </ul>
    </Card>
  );
}
