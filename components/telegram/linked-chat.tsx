"use client";

import { Send, Unlink } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { useButtonAction } from "#components/ui/use-button-action.ts";
import type { ActionResult } from "#lib/base/auth/action-result.ts";

export interface LinkedChatProps {
  chatId: string;
  unlinkChat: () => Promise<ActionResult<unknown>>;
  sendTest: () => Promise<ActionResult<unknown>>;
}

export function LinkedChat({ chatId, unlinkChat, sendTest }: LinkedChatProps) {
  const t = useTranslations("telegram");
  const test = useButtonAction(sendTest, t("testSent"));
  const unlink = useButtonAction(unlinkChat, t("unlinked"));
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
