"use client";

import { RotateCw } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { useButtonAction } from "#components/ui/use-button-action.ts";
import type { ActionResult } from "#lib/base/auth/action-result.ts";

export type RetryDelivery = (input: {
  storeId: string;
  deliveryId: string;
}) => Promise<ActionResult<unknown>>;

export interface RetryButtonProps {
  storeId: string;
  deliveryId: string;
  retry: RetryDelivery;
}

export function RetryButton({ storeId, deliveryId, retry }: RetryButtonProps) {
  const t = useTranslations("stores.deliveries");
  const { run, pending } = useButtonAction(() => retry({ storeId, deliveryId }), t("retried"));
  return (
    <Button size="sm" loading={pending} onClick={() => void run()}>
      <RotateCw aria-hidden />
      {t("retry")}
    </Button>
  );
}
