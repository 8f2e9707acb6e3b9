import { useTranslations } from "next-intl";
import { KeptNote } from "#components/mails/kept-note.tsx";
import { InvitationActs, type InvitationActsProps } from "#components/settings/team/invitation-acts.tsx";
import { Card, CardDescription, CardHeader, CardTitle } from "#components/ui/card.tsx";
import { cn } from "#components/ui/cn.ts";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { StatusPill } from "#components/ui/status-pill.tsx";
import type { MailsGo } from "#lib/mail/kept.ts";
import type { MailState } from "#lib/mail/model.ts";
import type { ListedInvitation } from "#lib/team/invitations.ts";

export interface InvitationsCardProps {
  invitations: ListedInvitation[];
  mailsGo: MailsGo;
}

/** Who is invited and has not come yet. */
export function InvitationsCard({ invitations, mailsGo }: InvitationsCardProps) {
  const t = useTranslations("team.invitations");
  return (
    <Card>
      <CardHeader className="flex-wrap justify-start gap-x-3 gap-y-0">
        <CardTitle>{t("title")}</CardTitle>
        <CardDescription>{t("text")}</CardDescription>
      </CardHeader>
      <KeptNote mailsGo={mailsGo} className="px-4 md:px-5" />
      <ul aria-label={t("title")} className="mt-2 divide-y divide-border border-t">
        {invitations.map((invitation) => (
          <InvitationRow key={invitation.id} invitation={invitation} mailsGo={mailsGo} />
        ))}
      </ul>
    </Card>
  );
}

function InvitationRow({ invitation, mailsGo }: InvitationActsProps) {
  const t = useTranslations("team.invitations");
  const roles = useTranslations("roles");
  const { name, email, role, sentAt, inviterName, isOpen, mailState } = invitation;
  const isKept = mailsGo !== "out" && mailState !== null && hasArrived(mailState);
  return (
    <li className="grid grid-cols-1 items-center gap-x-4 gap-y-2 px-4 py-3 md:grid-cols-[minmax(0,1fr)_64px_minmax(0,180px)_auto]">
      <div className="min-w-0">
        <p className="truncate font-medium text-heading text-sm" title={name}>
          {name}
        </p>
        <p className="truncate text-subheading text-xs" title={email}>
          {email}
        </p>
      </div>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 md:contents">
        <span className="text-heading text-sm">{roles(role)}</span>
        <div className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-0.5 md:grid md:justify-items-start">
          <StatusPill tone={isOpen ? "gray" : "amber"}>{t(isOpen ? "waiting" : "expired")}</StatusPill>
          <p className="max-w-full truncate text-subheading text-xs md:ps-2">
            {t.rich("sent", { name: inviterName, time: () => <RelativeTime date={sentAt} /> })}
          </p>
          {mailState && (
            <p className={cn("text-xs md:ps-2", hasArrived(mailState) ? "text-subheading" : "text-danger")}>
              {t(`mail.${isKept ? "kept" : mailState}`)}
            </p>
          )}
        </div>
      </div>
      <InvitationActs invitation={invitation} mailsGo={mailsGo} />
    </li>
  );
}

/** Or may yet. */
function hasArrived(mailState: MailState): boolean {
  return mailState === "waiting" || mailState === "sent";
}
