import { useTranslations } from "next-intl";
import { mayBeSwitchedOff } from "#components/stores/refusal-advice.tsx";
import type { FaultState } from "#components/stores/store-state.ts";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import type { StorePage } from "#lib/stores/queries.ts";

export interface MissingOrdersProps extends Pick<StorePage, "store" | "lastOrder"> {
  state: FaultState;
}

/** Which orders may be missing, and step by step how they come after all. */
export function MissingOrders({ store, state, lastOrder }: MissingOrdersProps) {
  const t = useTranslations("stores.missing");
  const steps = state === "webhookUserGone" ? "anew" : store.type;
  return (
    <div>
      <p>
        <Since store={store} state={state} />
      </p>
      {lastOrder && (
        <p>
          {t.rich("lastOrder", {
            number: lastOrder.number,
            time: () => <RelativeTime date={lastOrder.orderedAt} />,
          })}
        </p>
      )}
      <ol className="mt-1 grid list-decimal gap-0.5 ps-4">
        {steps === "anew" && <li>{t("anew.first")}</li>}
        {!mayBeSwitchedOff(store, state) && <li>{t(`${steps}.second`)}</li>}
        <li>{t(`${steps}.third`)}</li>
      </ol>
    </div>
  );
}

function Since({ store, state }: Pick<MissingOrdersProps, "store" | "state">) {
  const t = useTranslations("stores.missing");
  if (state === "webhookUserGone") return t("sinceThen");
  const { lastDeliveryAt } = store;
  if (!lastDeliveryAt) return t("sinceStart");
  return t.rich("since", { time: () => <RelativeTime date={lastDeliveryAt} /> });
}
