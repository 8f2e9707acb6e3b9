import { useTranslations } from "next-intl";
import { ActivateButton, DeactivateButton } from "#components/settings/team/member-actions.tsx";
import { Avatar } from "#components/ui/avatar.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { StatusPill } from "#components/ui/status-pill.tsx";
import type { ListedMember } from "#lib/team/queries.ts";

export interface MemberRowProps {
  member: ListedMember;
  isOwn: boolean;
}

export function MemberRow({ member, isOwn }: MemberRowProps) {
  const t = useTranslations("team");
  const roles = useTranslations("roles");
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 gap-y-2 px-4 py-3 md:grid-cols-[minmax(0,1fr)_auto_108px]">
      <div className="flex min-w-0 items-center gap-3">
        <Avatar decorative id={member.id} name={member.name} />
        <div className="min-w-0">
          <p className="flex min-w-0 items-center gap-2 font-medium text-heading text-sm">
            <span className="truncate">{member.name}</span>
            {isOwn && <Badge>{t("you")}</Badge>}
          </p>
          <p className="truncate text-subheading text-xs">{member.email}</p>
        </div>
      </div>
      <div className="flex items-center gap-2 max-md:order-last max-md:col-span-2 max-md:ps-10">
        <span className="text-sm text-subheading">
          {[roles(member.role), ...(member.stores > 0 ? [t("stores", { count: member.stores })] : [])].join(
            " · ",
          )}
        </span>
        <StatusPill tone={member.isActive ? "green" : "gray"}>
          {t(member.isActive ? "active" : "deactivated")}
        </StatusPill>
      </div>
      <div className="justify-self-end">
        {!isOwn && member.isActive && <DeactivateButton member={member} />}
        {!member.isActive && <ActivateButton member={member} />}
      </div>
    </li>
  );
}
