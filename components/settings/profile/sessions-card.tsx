import { useTranslations } from "next-intl";
import { SessionRow } from "#components/settings/profile/session-row.tsx";
import { SignOutOthers } from "#components/settings/profile/sign-out-others.tsx";
import { Card, CardContent, CardDescription, CardHeader, CardTitle } from "#components/ui/card.tsx";
import type { OwnSession } from "#lib/base/auth/own-sessions.ts";

/** Every browser in which the person is signed in. */
export function SessionsCard({ sessions }: { sessions: OwnSession[] }) {
  const t = useTranslations("profile.sessions");
  return (
    <Card>
      <CardHeader>
        <CardTitle id="sessions">{t("title")}</CardTitle>
      </CardHeader>
      <CardContent>
        <CardDescription>{t("text")}</CardDescription>
      </CardContent>
      <ul aria-labelledby="sessions" className="divide-y divide-border border-t">
        {sessions.map((session) => (
          <SessionRow key={session.id} session={session} />
        ))}
      </ul>
      {sessions.length > 1 && (
        <div className="border-t px-4 py-3">
          <SignOutOthers />
        </div>
      )}
    </Card>
  );
}
