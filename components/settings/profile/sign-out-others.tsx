"use client";

import { LogOut } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { useButtonAction } from "#components/ui/use-button-action.ts";
import { endOtherSessionsAction } from "#lib/profile/actions.ts";

export function SignOutOthers() {
  const t = useTranslations("profile.sessions");
  const { run } = useButtonAction(endOtherSessionsAction, t("signedOutOthers"));
  return (
    <ConfirmDialog
      trigger={
        <Button className="max-md:w-full">
          <LogOut aria-hidden />
          {t("signOutOthers")}
        </Button>
      }
      title={t("signOutOthersTitle")}
      description={t("signOutOthersText")}
      confirmLabel={t("signOutOthers")}
      destructive
      onConfirm={run}
    />
  );
}
