import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { LinkChat } from "#components/telegram/link-chat.tsx";
import { LinkedChat } from "#components/telegram/linked-chat.tsx";
import { Alert } from "#components/ui/alert.tsx";
import { Card, CardContent, CardDescription, CardHeader, CardTitle } from "#components/ui/card.tsx";
import { StatusPill } from "#components/ui/status-pill.tsx";
import { isKnownStop } from "#lib/telegram/model.ts";
import type { TelegramSettings } from "#lib/telegram/queries.ts";

export interface TelegramCardProps {
  settings: TelegramSettings;
}

/** How new leads are announced on Telegram, and to which chat. */
export function TelegramCard({ settings }: TelegramCardProps) {
  const t = useTranslations("telegram");
  const { isOn, chatId, stoppedAt } = settings;
  if (!isOn) {
    return (
      <Alert tone="info" title={t("off")}>
        {t("offText")}
      </Alert>
    );
  }
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t("alerts")}</CardTitle>
        <LinkPill isLinked={chatId !== null} isStopped={stoppedAt !== null} />
      </CardHeader>
      <CardContent className="grid gap-5">
        <CardDescription>{t("alertsText")}</CardDescription>
        <StopNotice settings={settings} />
        {chatId && <LinkedChat chatId={chatId} />}
        <div className="grid gap-4 border-t pt-4">
          <LinkChat key={chatId} chatId={chatId} />
          <HowToFindChatId />
        </div>
      </CardContent>
    </Card>
  );
}

function LinkPill({ isLinked, isStopped }: { isLinked: boolean; isStopped: boolean }) {
  const t = useTranslations("telegram.state");
  if (!isLinked) return <StatusPill tone="gray">{t("notLinked")}</StatusPill>;
  if (isStopped) return <StatusPill tone="red">{t("stopped")}</StatusPill>;
  return <StatusPill tone="green">{t("linked")}</StatusPill>;
}

/** Why alerts stopped, and what the person can do. */
function StopNotice({
  settings: { chatId, stoppedAt, stopReason },
}: {
  settings: TelegramSettings;
}): ReactNode {
  const t = useTranslations("telegram.stopped");
  if (!chatId || !stoppedAt) return null;
  const notice = noticeOf(stopReason);
  return (
    <Alert tone="danger" title={t(`${notice}.title`)}>
      <span className="wrap-anywhere">{t(`${notice}.text`, { words: stopReason ?? "" })}</span>
    </Alert>
  );
}

function noticeOf(reason: string | null) {
  if (reason === null) return "other";
  return isKnownStop(reason) ? reason : "refused";
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
