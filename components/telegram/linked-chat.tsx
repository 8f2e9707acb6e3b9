"use client";

import { Send, Unlink } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { useButtonAction } from "#components/ui/use-button-action.ts";
import { sendTestMessageAction, unlinkChatAction } from "#lib/telegram/actions.ts";

export function LinkedChat({ chatId }: { chatId: string }) {
  const t = useTranslations("telegram");
  const test = useButtonAction(sendTestMessageAction, t("testSent"));
  const unlink = useButtonAction(unlinkChatAction, t("unlinked"));
  return (
    <div className="flex flex-wrap items-center justify-between gap-3">
      <p className="text-sm">
        {t.rich("linkedTo", {
          chatId,
          code: (text) => <code className="font-mono text-heading">{text}</code>,
        })}
      </p>
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
          {t("sendTest")}
        </Button>
      </div>
    </div>
  );
}
