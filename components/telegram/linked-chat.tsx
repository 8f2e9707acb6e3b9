"use client";

import { useTranslations } from "next-intl";
import { LinkedRow } from "#components/telegram/linked-row.tsx";
import { sendTestMessageAction, unlinkChatAction } from "#lib/telegram/actions.ts";

export function LinkedChat({ chatId }: { chatId: string }) {
  const t = useTranslations("telegram");
  return (
    <LinkedRow of="telegram" sendTest={sendTestMessageAction} unlink={unlinkChatAction}>
      {t.rich("linkedTo", {
        chatId,
        code: (text) => <code className="font-mono text-heading">{text}</code>,
      })}
    </LinkedRow>
  );
}
