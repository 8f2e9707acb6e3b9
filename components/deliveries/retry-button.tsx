"use client";

import { RotateCw } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button, type ButtonProps } from "#components/ui/button.tsx";
import { useButtonAction } from "#components/ui/use-button-action.ts";
import { retryDeliveryAction } from "#lib/deliveries/actions.ts";

/** Works one delivery in again while the person waits. */
export function RetryButton({ id, size }: { id: string } & Pick<ButtonProps, "size">) {
  const t = useTranslations("deliveries.retry");
  const { run, pending } = useButtonAction(() => retryDeliveryAction({ id }), t("done"));
  return (
    <Button size={size} loading={pending} onClick={() => void run()}>
      <RotateCw aria-hidden />
      {t("one")}
    </Button>
  );
}
