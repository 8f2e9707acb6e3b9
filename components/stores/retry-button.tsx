"use client";

import { RotateCw } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { useButtonAction } from "#components/ui/use-button-action.ts";
import { retryDeliveryAction } from "#lib/ingest/actions.ts";

export interface RetryButtonProps {
  storeId: string;
  deliveryId: string;
}

export function RetryButton({ storeId, deliveryId }: RetryButtonProps) {
  const t = useTranslations("stores.deliveries");
  const { run, pending } = useButtonAction(() => retryDeliveryAction({ storeId, deliveryId }), t("retried"));
  return (
    <Button size="sm" loading={pending} onClick={() => void run()}>
      <RotateCw aria-hidden />
      {t("retry")}
    </Button>
  );
}
