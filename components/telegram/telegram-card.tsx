import { useTranslations } from "next-intl";
import { LinkChat } from "#components/telegram/link-chat.tsx";
import { LinkedChat } from "#components/telegram/linked-chat.tsx";
import { StopNotice } from "#components/telegram/stop-notice.tsx";
import { Card, CardContent, CardDescription, CardHeader, CardTitle } from "#components/ui/card.tsx";
import { StatusPill } from "#components/ui/status-pill.tsx";
import type { TelegramSettings } from "#lib/telegram/queries.ts";

export interface TelegramCardProps {
  settings: TelegramSettings;
  /** Whether the person's role works leads: else there is the summary alone to hear of. */
  hearsLeads: boolean;
}

/** To which chat a person's alerts go, and whether they do. */
export function TelegramCard({ settings, hearsLeads }: TelegramCardProps) {
  const t = useTranslations("telegram");
  const { chatId, stoppedAt } = settings;
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t("alerts")}</CardTitle>
        <LinkPill isLinked={chatId !== null} isStopped={stoppedAt !== null} />
      </CardHeader>
      <CardContent className="grid gap-5">
        <CardDescription>{t(hearsLeads ? "alertsText" : "summaryText")}</CardDescription>
        {chatId && stoppedAt && <StopNotice reason={settings.stopReason} />}
        {chatId && <LinkedChat chatId={chatId} />}
        <div className="grid gap-4 border-t pt-4">
          <LinkChat key={`${chatId} ${stoppedAt?.toISOString()}`} chatId={chatId} />
        </div>
      </CardContent>
    </Card>
  );
}

/** How a chat stands. */
export function LinkPill({ isLinked, isStopped }: { isLinked: boolean; isStopped: boolean }) {
  const t = useTranslations("telegram.state");
  if (!isLinked) return <StatusPill tone="gray">{t("notLinked")}</StatusPill>;
  if (isStopped) return <StatusPill tone="red">{t("stopped")}</StatusPill>;
  return <StatusPill tone="green">{t("linked")}</StatusPill>;
}
