import { ShieldCheck } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { MemberMenu } from "#components/settings/team/member-menu.tsx";
import { Avatar } from "#components/ui/avatar.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { cn } from "#components/ui/cn.ts";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { seesEverything } from "#lib/base/auth/permissions.ts";
import type { ListedMember } from "#lib/team/queries.ts";

export interface MemberRowProps {
  member: ListedMember;
  isOwn: boolean;
  receivers: { id: string; name: string }[];
}

/** The columns of the list of members, and of its heading. */
export const memberRowClasses =
  "grid items-center gap-x-4 px-4 lg:grid-cols-[minmax(0,1fr)_88px_minmax(0,0.7fr)_80px_104px_72px_32px]";

/** How many stores are named before the others are counted. */
const namedStores = 2;

export function MemberRow({ member, isOwn, receivers }: MemberRowProps) {
  const t = useTranslations("team");
  const roles = useTranslations("roles");
  const format = useFormatter();
  return (
    <li className={cn(memberRowClasses, "max-lg:grid-cols-[minmax(0,1fr)_auto] gap-y-1.5 py-3")}>
      <div className="flex min-w-0 items-center gap-3">
        <Avatar decorative id={member.id} name={member.name} />
        <div className="min-w-0">
          <p className="flex min-w-0 items-center gap-2 font-medium text-heading text-sm">
            <span className="truncate" title={member.name}>
              {member.name}
            </span>
            {isOwn && <Badge>{t("you")}</Badge>}
          </p>
          <p className="truncate text-subheading text-xs" title={member.email}>
            {member.email}
          </p>
        </div>
      </div>
      <div className="flex flex-wrap gap-x-3 text-body text-sm max-lg:order-last max-lg:col-span-2 max-lg:ps-10 lg:contents">
        <span className="text-heading">{roles(member.role)}</span>
        <Stores member={member} />
        <span className="tabular-nums lg:text-end">
          <span className="lg:sr-only">{t("openLeads", { count: member.openLeads })}</span>
          <span aria-hidden className="max-lg:hidden">
            {member.openLeads > 0 ? format.number(member.openLeads) : "–"}
          </span>
        </span>
        <span className="text-subheading">
          <span className="sr-only">{t("lastSeen")} </span>
          {member.lastSeenAt ? <RelativeTime date={member.lastSeenAt} /> : t("neverSeen")}
        </span>
        <Factor member={member} />
      </div>
      <div className="justify-self-end">
        <MemberMenu member={member} isOwn={isOwn} receivers={receivers} />
      </div>
    </li>
  );
}

/** Whether the member signs in with a code, too; nobody tells of former ones. */
function Factor({ member: { hasSecondFactor, isActive } }: { member: ListedMember }) {
  const t = useTranslations("team.memberFactor");
  if (!isActive) return <span className="max-lg:hidden" />;
  return (
    <span
      className={cn("inline-flex items-center gap-1", !hasSecondFactor && "text-subheading max-lg:sr-only")}
    >
      {hasSecondFactor && <ShieldCheck aria-hidden className="size-4 shrink-0 text-subheading" />}
      <span className="lg:sr-only">{t(hasSecondFactor ? "isOn" : "isOff")}</span>
      <span aria-hidden className="max-lg:hidden">
        {t(hasSecondFactor ? "on" : "off")}
      </span>
    </span>
  );
}

/** The stores that are the member's; whoever has none, but sees those of all, is not said to have no store. */
function Stores({ member: { stores, role } }: { member: ListedMember }) {
  const t = useTranslations("team");
  const format = useFormatter();
  if (stores.length === 0)
    return <span className="text-subheading">{t(seesEverything(role) ? "seesAll" : "noStores")}</span>;
  const names = format.list(stores.slice(0, namedStores), { style: "narrow", type: "unit" });
  const more = stores.length - namedStores;
  return (
    <span className="min-w-0 truncate" title={format.list(stores)}>
      {more > 0 ? t("storesAndMore", { names, count: more }) : format.list(stores)}
    </span>
  );
}
