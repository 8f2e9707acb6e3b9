import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";
import { MoreMessages } from "#components/shell/more-messages.tsx";
import { messagesForBrowsers } from "#lib/base/i18n/messages.ts";

export default async function DashboardLayout({ children }: { children: ReactNode }) {
  const { sections } = messagesForBrowsers(await getMessages());
  return <MoreMessages messages={sections.dashboard}>{children}</MoreMessages>;
}
