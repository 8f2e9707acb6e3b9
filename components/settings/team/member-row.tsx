import { useTranslations } from "next-intl";
import { MemberMenu } from "#components/settings/team/member-menu.tsx";
import { Avatar } from "#components/ui/avatar.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { StatusPill } from "#components/ui/status-pill.tsx";
import type { ListedMember } from "#lib/team/queries.ts";

export interface MemberRowProps {
  member: ListedMember;
  isOwn: boolean;
  receivers: { id: string; name: string }[];
}

export function MemberRow({ member, isOwn, receivers }: MemberRowProps) {
  const t = useTranslations("team");
  const roles = useTranslations("roles");
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 gap-y-1.5 px-4 py-3 md:grid-cols-[minmax(0,1fr)_64px_64px_104px_96px_32px]">
      <div className="flex min-w-0 items-center gap-3">
        <Avatar decorative id={member.id} name={member.name} />
        <div className="min-w-0">
          <p className="flex min-w-0 items-center gap-2 font-medium text-heading text-sm">
            <span className="truncate" title={member.name}>
              {member.name}
            </span>
            {isOwn && <Badge>{t("you")}</Badge>}
            {!member.isActive && <StatusPill tone="gray">{t("deactivated")}</StatusPill>}
          </p>
          <p className="truncate text-subheading text-xs" title={member.email}>
            {member.email}
          </p>
        </div>
      </div>
      <div className="flex flex-wrap gap-x-3 text-body text-sm max-md:order-last max-md:col-span-2 max-md:ps-10 md:contents">
        <span className="text-heading">{roles(member.role)}</span>
        <span>{member.stores > 0 ? t("stores", { count: member.stores }) : t("noStores")}</span>
        <span>{t("openLeads", { count: member.openLeads })}</span>
        <span className="text-subheading">
          <span className="sr-only">{t("lastSeen")} </span>
          {member.lastSeenAt ? <RelativeTime date={member.lastSeenAt} /> : t("neverSeen")}
        </span>
      </div>
      <div className="justify-self-end">
        <MemberMenu member={member} isOwn={isOwn} receivers={receivers} />
      </div>
    </li>
  );
}
