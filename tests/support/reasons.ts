import { createTranslator } from "use-intl/core";
import { readReason } from "#lib/platforms/reason.ts";
import deliveries from "#messages/en/deliveries.json" with { type: "json" };

const t = createTranslator({ locale: "en", messages: { deliveries }, namespace: "deliveries.reasons" });

/** What a person reads of the reason that is kept with a delivery. */
export function reasonInEnglish(kept: string | null): string | null {
  const reason = readReason(kept);
  return reason && t(reason.code, { ...reason });
}
