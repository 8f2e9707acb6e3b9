"use client";

import { Send, Unlink } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { useButtonAction } from "#components/ui/use-button-action.ts";

type ButtonAction = Parameters<typeof useButtonAction>[0];

interface LinkedRowProps {
  /** Its words: those of a person's own chat stand beside those of the group, by the same keys. */
  of: "telegram" | "telegram.group";
  /** Which chat is linked. */
  children: ReactNode;
  sendTest: ButtonAction;
  unlink: ButtonAction;
}

/** A chat that is linked, with a test message and the way out. */
export function LinkedRow({ of, children, sendTest, unlink: unlinkAction }: LinkedRowProps) {
  const t = useTranslations(of);
  const alerts = useTranslations("telegram");
  const test = useButtonAction(sendTest, alerts("testSent"));
  const unlink = useButtonAction(unlinkAction, t("unlinked"));
  return (
    <div className="flex flex-wrap items-center justify-between gap-3">
      <p className="wrap-anywhere min-w-0 text-sm">{children}</p>
      <div className="flex flex-wrap gap-2 max-md:w-full max-md:[&>*]:flex-1">
        <ConfirmDialog
          trigger={
            <Button>
              <Unlink aria-hidden />
              {t("unlink")}
            </Button>
          }
          title={t("unlinkTitle")}
          description={t("unlinkText")}
          confirmLabel={t("unlink")}
          destructive
          onConfirm={unlink.run}
        />
        <Button loading={test.pending} onClick={() => void test.run()}>
          <Send aria-hidden />
          {alerts("sendTest")}
        </Button>
      </div>
    </div>
  );
}
