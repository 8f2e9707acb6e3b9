import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { MissingOrders } from "#components/stores/missing-orders.tsx";
import { ResumeButton } from "#components/stores/resume-button.tsx";
import { isFault, stateMoment, storeState } from "#components/stores/store-state.ts";
import { Alert } from "#components/ui/alert.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import type { StorePage } from "#lib/stores/queries.ts";

export interface StoreAlertsProps extends Pick<StorePage, "store" | "lastOrder"> {
  mayResume: boolean;
}

/** What is wrong with a store, and what to do about it. */
export function StoreAlerts({ store, lastOrder, mayResume }: StoreAlertsProps) {
  const t = useTranslations("stores.alerts");
  const state = storeState(store);
  if (state === "paused" || state === "uninstalled") {
    return (
      <Alert
        tone="warning"
        title={t(`${state}.title`)}
        action={mayResume && <ResumeButton storeId={store.id} />}
        className="max-md:flex-wrap max-md:[&>button]:w-full"
      >
        {t(`${state}.text`)}
      </Alert>
    );
  }
  if (state === "turnedAway") {
    return (
      <Alert
        tone="warning"
        title={t.rich("turnedAway.title", { time: () => <Moment date={stateMoment(store)} /> })}
      >
        {t(`turnedAway.text.${store.type}`)}
      </Alert>
    );
  }
  if (!isFault(state)) return null;
  return (
    <Alert
      tone={state === "secretChanged" ? "warning" : "danger"}
      title={t.rich(`${state}.title`, { time: () => <Moment date={stateMoment(store)} /> })}
    >
      <div className="grid gap-2">
        <p>{t(`${state}.text`)}</p>
        {state === "wrongSignature" && (
          <Points>
            <li>{t(`wrongSignature.secret.${store.type}`)}</li>
            <li>{t(`wrongSignature.other.${store.type}`)}</li>
            <li>{t("wrongSignature.proxy")}</li>
          </Points>
        )}
        <MissingOrders store={store} state={state} lastOrder={lastOrder} />
      </div>
    </Alert>
  );
}

function Moment({ date }: { date: Date | null }) {
  return date && <RelativeTime date={date} />;
}

function Points({ children }: { children: ReactNode }) {
  return <ul className="grid list-disc gap-0.5 ps-4">{children}</ul>;
}
