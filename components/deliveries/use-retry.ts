"use client";

import { useTranslations } from "next-intl";
import { callAction } from "#components/ui/call-action.ts";
import { toast } from "#components/ui/toast.ts";
import type { ActionResult } from "#lib/base/auth/action-result.ts";
import { retryFailedAction, retrySomeAction } from "#lib/deliveries/actions.ts";
import type { LoggedDelivery } from "#lib/deliveries/queries.ts";

/** Puts failed deliveries up for the worker; a toast says how many. */
export function useRetry() {
  const t = useTranslations("deliveries.retry");
  const unreachable = useTranslations("errors")("unreachable");

  async function run(action: () => Promise<ActionResult<number>>): Promise<boolean> {
    const result = await callAction(action, unreachable);
    if (result.ok) toast.success(t("queued", { count: result.data }));
    else toast.error(result.message);
    return result.ok;
  }

  return {
    async retrySome(deliveries: LoggedDelivery[], onDone: () => void): Promise<void> {
      if (deliveries.length === 0) return;
      const ids = deliveries.map(({ id }) => id);
      if (await run(() => retrySomeAction({ ids }))) onDone();
    },
    /** @param storeIds only of these; none is all of them */
    retryFailed: (storeIds: string[]) => run(() => retryFailedAction({ storeIds })),
  };
}
