"use client";

import { RotateCw } from "lucide-react";
import { useTranslations } from "next-intl";
import { useTransition } from "react";
import { useRetry } from "#components/deliveries/use-retry.ts";
import { Button } from "#components/ui/button.tsx";
import { Kbd } from "#components/ui/kbd.tsx";
import type { LoggedDelivery } from "#lib/deliveries/queries.ts";

export function RetrySelected({ deliveries, onDone }: { deliveries: LoggedDelivery[]; onDone: () => void }) {
  const t = useTranslations("deliveries.retry");
  const { retrySome } = useRetry();
  const [pending, startTransition] = useTransition();
  return (
    <Button
      variant="primary"
      loading={pending}
      onClick={() => startTransition(() => retrySome(deliveries, onDone))}
    >
      <RotateCw aria-hidden />
      {t("selected")}
      <Kbd className="border-current/30 text-inherit">R</Kbd>
    </Button>
  );
}
