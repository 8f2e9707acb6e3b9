import { useTranslations } from "next-intl";
import { ResumeButton } from "#components/stores/resume-button.tsx";
import { storeState } from "#components/stores/store-state.ts";
import { Alert } from "#components/ui/alert.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import type { ActionResult } from "#lib/auth/action-result.ts";
import type { StoreRow } from "#lib/stores/queries.ts";

export interface StoreAlertsProps {
  store: StoreRow;
  /** Takes the store up again; null for those who may only look. */
  resume: ((input: { id: string }) => Promise<ActionResult<unknown>>) | null;
}

/** What is wrong with a store, and what to do about it. */
export function StoreAlerts({ store, resume }: StoreAlertsProps) {
  const t = useTranslations("stores.alerts");
  const state = storeState(store);
  if (state === "paused" || state === "uninstalled") {
    return (
      <Alert
        tone="warning"
        title={t(`${state}.title`)}
        action={resume && <ResumeButton storeId={store.id} resume={resume} />}
        className="max-md:flex-wrap max-md:[&>button]:w-full"
      >
        {t(`${state}.text`)}
      </Alert>
    );
  }
  if (state !== "wrongSignature" || !store.signatureFailedAt) return null;
  const failedAt = store.signatureFailedAt;
  return (
    <Alert
      tone="danger"
      title={t.rich("wrongSignature.title", { time: () => <RelativeTime date={failedAt} /> })}
    >
      {t("wrongSignature.text")}
      <ul className="mt-1 grid list-disc gap-0.5 pl-4">
        <li>{t(`wrongSignature.secret.${store.type}`)}</li>
        <li>{t(`wrongSignature.other.${store.type}`)}</li>
        <li>{t("wrongSignature.proxy")}</li>
      </ul>
    </Alert>
  );
}
