import { useTranslations } from "next-intl";
import type { ShownReason } from "#lib/platforms/reason.ts";

/** Why a delivery failed or was ignored, or what else there is to say of it, in the person's language. */
export function useReasonText(): (reason: ShownReason) => string {
  const t = useTranslations("deliveries.reasons");
  return (reason) => t(reason.code, { ...reason });
}
