import { ChevronDown } from "lucide-react";
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
      {former.length === 0 ? (
        <div className={cn(footClasses, "py-2.5")}>
          <Sum members={members} />
        </div>
      ) : (
        <details className="group">
          <summary
            className={cn(
              footClasses,
              "min-h-11 cursor-pointer list-none flex-wrap justify-between gap-x-4 py-1.5 hover:bg-hover [&::-webkit-details-marker]:hidden",
            )}
          >
            <Sum members={members} />
            <span className="flex items-center gap-1 font-medium text-heading">
              {t("deactivatedCount", { count: former.length })}
              <ChevronDown aria-hidden className="size-4 transition-transform group-open:rotate-180" />
            </span>
          </summary>
          <ul aria-label={t("deactivated")} className="divide-y divide-border border-t">
            {former}
          </ul>
        </details>
      )}
    </Card>
  );
}

const footClasses = "flex items-center border-t px-4 text-sm";

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
