"use client";

import { useState } from "react";
import { ChatCodeForm, type ChatCodeFormProps } from "#components/telegram/chat-code-form.tsx";
import { ChatIdForm, type ChatIdFormProps } from "#components/telegram/chat-id-form.tsx";

export interface LinkChatProps {
  sendCode: ChatIdFormProps["action"];
  linkChat: ChatCodeFormProps["action"];
  chatId: string | null;
}

/** Asks for a chat, then for the code that the bot has sent there. */
export function LinkChat({ sendCode, linkChat, chatId }: LinkChatProps) {
  const [asked, setAsked] = useState<string | null>(null);
  if (asked === null) return <ChatIdForm action={sendCode} chatId={chatId} onSent={setAsked} />;
  return <ChatCodeForm action={linkChat} chatId={asked} onOther={() => setAsked(null)} />;
}
