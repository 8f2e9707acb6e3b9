import { useTranslations } from "next-intl";
import { Alert } from "#components/ui/alert.tsx";
import { isKnownStop } from "#lib/telegram/model.ts";

export interface StopNoticeProps {
  reason: string | null;
  /** Whether the chat is the workspace's group, which has no id that somebody typed. */
  isOfGroup?: boolean;
}

/** Why alerts stopped, and what can be done. */
export function StopNotice({ reason, isOfGroup = false }: StopNoticeProps) {
  const t = useTranslations("telegram.stopped");
  const notice = noticeOf(reason);
  const text =
    isOfGroup && notice === "notFound"
      ? t("notFound.textOfGroup")
      : t(`${notice}.text`, { words: reason ?? "" });
  return (
    <Alert tone="danger" title={t(`${notice}.title`)}>
      <span className="wrap-anywhere">{text}</span>
    </Alert>
  );
}

function noticeOf(reason: string | null) {
  if (reason === null) return "other";
  return isKnownStop(reason) ? reason : "refused";
}
