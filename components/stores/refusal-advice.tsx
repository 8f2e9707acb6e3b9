import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { StoreState } from "#components/stores/store-state.ts";
import { platformFacts } from "#lib/platforms/facts.ts";
import type { RefusalCause } from "#lib/stores/model.ts";
import type { StoreRow } from "#lib/stores/queries.ts";

/** Why deliveries of the store are refused; those of earlier days were not looked into. */
export function refusalCause({ refusal }: StoreRow): RefusalCause {
  return refusal?.cause ?? "wrongSecret";
}

/** What the cause is, and step by step what to click. */
export function RefusalAdvice({ store }: { store: StoreRow }) {
  const t = useTranslations("stores.refused");
  const cause = refusalCause(store);
  const words = { domain: store.refusal?.domain ?? "", own: store.domain, platform: store.type };
  const b = (text: ReactNode) => <strong className="font-medium">{text}</strong>;
  return (
    <>
      <p>{t(`${cause}.text`, words)}</p>
      <ol className="grid list-decimal gap-0.5 ps-4">
        <li>{t.rich(`${cause}.first`, { ...words, b })}</li>
        <li>{t.rich(`${cause}.second`, { ...words, b })}</li>
      </ol>
    </>
  );
}

/** Whether the platform has failed so often in a row that it sends nothing more, however well all is set up by then. */
export function mayBeSwitchedOff({ type, refusals }: StoreRow, state: StoreState): boolean {
  const { givesUpAfter } = platformFacts[type];
  const isWaitedFor = state === "wrongSignature" || state === "secretChanged";
  return isWaitedFor && givesUpAfter !== null && refusals >= givesUpAfter;
}

/** What to do about webhooks that are probably switched off. */
export function SwitchedOff({ store }: { store: StoreRow }) {
  const t = useTranslations("stores.switchedOff");
  const { givesUpAfter: count } = platformFacts[store.type];
  if (count === null) return null;
  return (
    <p>
      <strong className="font-medium">{t("title")}</strong> {t("text", { count })}
    </p>
  );
}
