import { useTranslations } from "next-intl";
import { Alert } from "#components/ui/alert.tsx";
import { isKnownStop } from "#lib/telegram/model.ts";

/** Why alerts stopped, and what can be done. */
export function StopNotice({ reason }: { reason: string | null }) {
  const t = useTranslations("telegram.stopped");
  const notice = noticeOf(reason);
  return (
    <Alert tone="danger" title={t(`${notice}.title`)}>
      <span className="wrap-anywhere">{t(`${notice}.text`, { words: reason ?? "" })}</span>
    </Alert>
  );
}

function noticeOf(reason: string | null) {
  if (reason === null) return "other";
  return isKnownStop(reason) ? reason : "refused";
}
