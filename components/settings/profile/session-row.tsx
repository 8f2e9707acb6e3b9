"use client";

import { MonitorSmartphone } from "lucide-react";
import { useTranslations } from "next-intl";
import { Badge } from "#components/ui/badge.tsx";
import { Button } from "#components/ui/button.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { useButtonAction } from "#components/ui/use-button-action.ts";
import type { OwnSession } from "#lib/base/auth/own-sessions.ts";
import { endSessionAction } from "#lib/profile/actions.ts";

export function SessionRow({ session }: { session: OwnSession }) {
  const t = useTranslations("profile.sessions");
  const { run, pending } = useButtonAction(() => endSessionAction({ id: session.id }), t("signedOut"));
  const browser = useBrowserText(session);
  return (
    <li className="flex items-center gap-3 px-4 py-3">
      <MonitorSmartphone aria-hidden strokeWidth={1.75} className="size-5 shrink-0 text-subheading" />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 font-medium text-heading text-sm">
          <span className="min-w-0 truncate">{browser}</span>
          {session.isThis && <Badge tone="green">{t("this")}</Badge>}
        </p>
        <p className="text-subheading text-xs">
          <span className="wrap-anywhere">{session.address ?? t("unknownAddress")}</span>
          {" · "}
          {t("lastUsed")} <RelativeTime date={session.seenAt} />
        </p>
      </div>
      {!session.isThis && (
        <Button
          size="sm"
          loading={pending}
          aria-label={t("signOutOf", { browser })}
          onClick={() => void run()}
        >
          {t("signOut")}
        </Button>
      )}
    </li>
  );
}

function useBrowserText({ browser: { name, system } }: OwnSession): string {
  const t = useTranslations("profile.sessions");
  if (name && system) return t("browserOn", { browser: name, system });
  return name ?? system ?? t("unknown");
}
