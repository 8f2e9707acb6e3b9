import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";
import { MoreMessages } from "#components/shell/more-messages.tsx";
import { type MessagesPart, messagesOfPart } from "#lib/base/i18n/messages.ts";

/** Tells a browser what only the pages of one part say. */
export async function PartMessages({ part, children }: { part: MessagesPart; children: ReactNode }) {
  return <MoreMessages messages={messagesOfPart(await getMessages(), part)}>{children}</MoreMessages>;
}
