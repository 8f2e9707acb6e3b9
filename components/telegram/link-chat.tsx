"use client";

import { ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ChatCodeForm } from "#components/telegram/chat-code-form.tsx";
import { ChatIdForm } from "#components/telegram/chat-id-form.tsx";
import { ChatLink } from "#components/telegram/chat-link.tsx";
import { createLinkAction } from "#lib/telegram/actions.ts";

/** Links a chat by opening the bot in Telegram; for other chats, such as a group of one's own, by its id. */
export function LinkChat({ chatId }: { chatId: string | null }) {
  const t = useTranslations("telegram");
  return (
    <div className="grid gap-4">
      <ChatLink
        label={t(chatId ? "linkOther" : "linkTelegram")}
        text={t("linking.text")}
        variant={chatId ? "outline" : "primary"}
        create={createLinkAction}
      />
      <details className="group">
        <summary className="-mx-1 inline-flex h-8 list-none items-center gap-1 rounded-lg px-1 font-medium text-body text-sm hover:text-heading max-md:h-11 [&::-webkit-details-marker]:hidden">
          <ChevronRight
            aria-hidden
            className="size-4 transition-transform group-open:rotate-90 rtl:-scale-x-100"
          />
          {t("byChatId")}
        </summary>
        <div className="grid gap-4 pt-3">
          <LinkById chatId={chatId} />
          <HowToFindChatId />
        </div>
      </details>
    </div>
  );
}

/** Asks for a chat, then for the code that the bot has sent there. */
function LinkById({ chatId }: { chatId: string | null }) {
  const [asked, setAsked] = useState<string | null>(null);
  if (asked === null) return <ChatIdForm chatId={chatId} onSent={setAsked} />;
  return <ChatCodeForm chatId={asked} onOther={() => setAsked(null)} />;
}

function HowToFindChatId() {
  const t = useTranslations("telegram.howTo");
  return (
    <div className="grid gap-1.5 text-sm">
      <h3 className="font-medium text-heading">{t("title")}</h3>
      <ol className="grid list-decimal gap-1 ps-5 marker:text-subheading">
        <li>{t("start")}</li>
        <li>{t("ask")}</li>
        <li>{t("paste")}</li>
      </ol>
      <p className="text-subheading">{t("group")}</p>
    </div>
  );
}
