import { useTranslations } from "next-intl";
import { StatusPill, type Tone } from "#components/ui/status-pill.tsx";
import type { DeliveryState } from "#lib/deliveries/model.ts";

const tones: Record<DeliveryState, Tone> = {
  failed: "red",
  received: "blue",
  processed: "green",
  ignored: "gray",
  told: "gray",
};

/** What became of a delivery. */
export function DeliveryPill({ state, className }: { state: DeliveryState; className?: string }) {
  const t = useTranslations("deliveries.states");
  return (
    <StatusPill tone={tones[state]} {...(className && { className })}>
      {t(state)}
    </StatusPill>
  );
}
