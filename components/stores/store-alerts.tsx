import Link from "next/link";
import { useTranslations } from "next-intl";
import { FirstSign } from "#components/stores/first-sign.tsx";
import { MissingOrders } from "#components/stores/missing-orders.tsx";
import {
  mayBeSwitchedOff,
  RefusalAdvice,
  refusalCause,
  SwitchedOff,
} from "#components/stores/refusal-advice.tsx";
import { ResumeButton } from "#components/stores/resume-button.tsx";
import { type FaultState, isFault, stateMoment, storeState } from "#components/stores/store-state.ts";
import { Alert } from "#components/ui/alert.tsx";
import { Button } from "#components/ui/button.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import type { StorePage, StoreRow } from "#lib/stores/queries.ts";

export interface StoreAlertsProps extends Pick<StorePage, "store" | "lastOrder"> {
  mayWrite: boolean;
}

/** What is wrong with a store, and what to do about it. */
export function StoreAlerts({ store, lastOrder, mayWrite }: StoreAlertsProps) {
  const t = useTranslations("stores");
  const state = storeState(store);
  if (state === "removed") {
    return (
      <Alert
        title={t.rich("removed.title", { time: () => <Moment date={store.removedAt} /> })}
        action={
          mayWrite && (
            <Button asChild>
              <Link href={`/settings/stores/new?again=${store.id}`}>{t("removed.connectAgain")}</Link>
            </Button>
          )
        }
        className="max-md:flex-wrap max-md:[&>a]:w-full"
      >
        {t("removed.text")}
      </Alert>
    );
  }
  if (state === "paused" || state === "uninstalled") {
    return (
      <Alert
        tone="warning"
        title={t(`alerts.${state}.title`)}
        action={mayWrite && <ResumeButton storeId={store.id} />}
        className="max-md:flex-wrap max-md:[&>button]:w-full"
      >
        {t(`alerts.${state}.text`)}
      </Alert>
    );
  }
  if (state === "turnedAway") {
    return (
      <Alert
        tone="warning"
        title={t.rich("alerts.turnedAway.title", { time: () => <Moment date={stateMoment(store)} /> })}
      >
        {t(`alerts.turnedAway.text.${store.type}`)}
      </Alert>
    );
  }
  if (store.silence && state === "silent") return <SilenceAlert store={store} silence={store.silence} />;
  if (!isFault(state)) return null;
  return <FaultAlert store={store} state={state} lastOrder={lastOrder} />;
}

function SilenceAlert({ store, silence }: { store: StoreRow; silence: NonNullable<StoreRow["silence"]> }) {
  const t = useTranslations("stores.alerts.silent");
  return (
    <Alert tone="warning" title={t.rich("title", { time: () => <Moment date={silence.since} /> })}>
      <p>{silence.usual > 0 ? t("missed", { count: silence.usual }) : t("rare")}</p>
      <p>
        {t.rich(`check.${store.type}`, {
          b: (text) => <strong className="font-medium">{text}</strong>,
        })}
      </p>
    </Alert>
  );
}

/** While deliveries do not get through the page looks by itself whether one does. */
function FaultAlert({
  store,
  state,
  lastOrder,
}: Pick<StorePage, "store" | "lastOrder"> & { state: FaultState }) {
  const t = useTranslations("stores");
  const time = () => <Moment date={stateMoment(store)} />;
  const isRefused = state === "wrongSignature";
  return (
    <Alert
      tone={state === "secretChanged" ? "warning" : "danger"}
      title={
        isRefused
          ? t.rich(`refused.${refusalCause(store)}.title`, { time })
          : t.rich(`alerts.${state}.title`, { time })
      }
    >
      <div className="grid gap-2">
        {isRefused ? <RefusalAdvice store={store} /> : <p>{t(`alerts.${state}.text`)}</p>}
        {mayBeSwitchedOff(store, state) && <SwitchedOff store={store} />}
        {store.lastDeliveryAt && <MissingOrders store={store} state={state} lastOrder={lastOrder} />}
        <FirstSign state="mending" />
      </div>
    </Alert>
  );
}

function Moment({ date }: { date: Date | null }) {
  return date && <RelativeTime date={date} />;
}
