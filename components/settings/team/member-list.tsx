import { useTranslations } from "next-intl";
import { MemberRow } from "#components/settings/team/member-row.tsx";
import { Card } from "#components/ui/card.tsx";
import type { ListedMember } from "#lib/team/queries.ts";

export interface MemberListProps {
  members: ListedMember[];
  /** Who looks at the list. */
  ownId: string;
}

/** Everybody who is or was a member, with what they may do, what they have to do, and when they were here. */
export function MemberList({ members, ownId }: MemberListProps) {
  const t = useTranslations("team");
  const workers = members.filter(({ isActive, role }) => isActive && role !== "viewer");
  return (
    <Card>
      <ul aria-label={t("members")} className="divide-y divide-border">
        {members.map((member) => (
          <MemberRow
            key={member.id}
            member={member}
            isOwn={member.id === ownId}
            receivers={workers.filter(({ id }) => id !== member.id).map(({ id, name }) => ({ id, name }))}
          />
        ))}
      </ul>
    </Card>
  );
}
