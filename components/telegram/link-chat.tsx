"use client";

import { useState } from "react";
import { ChatCodeForm } from "#components/telegram/chat-code-form.tsx";
import { ChatIdForm } from "#components/telegram/chat-id-form.tsx";

/** Asks for a chat, then for the code that the bot has sent there. */
export function LinkChat({ chatId }: { chatId: string | null }) {
  const [asked, setAsked] = useState<string | null>(null);
  if (asked === null) return <ChatIdForm chatId={chatId} onSent={setAsked} />;
  return <ChatCodeForm chatId={asked} onOther={() => setAsked(null)} />;
}
