"use client";

import { RotateCw } from "lucide-react";
import { useTranslations } from "next-intl";
import { useTransition } from "react";
import { useRetry } from "#components/deliveries/use-retry.ts";
import { Button, type ButtonProps } from "#components/ui/button.tsx";
import type { Count } from "#lib/base/list/page.ts";

export interface RetryFailedProps {
  failed: Count;
  /** Of which stores; none is all of them. */
  storeIds: string[];
  size?: ButtonProps["size"];
}

/** Has all that failed tried again; gone while nothing has. */
export function RetryFailed({ failed, storeIds, size }: RetryFailedProps) {
  const t = useTranslations("deliveries.retry");
  const { retryFailed } = useRetry();
  const [pending, startTransition] = useTransition();
  if (failed.total === 0) return null;
  return (
    <Button
      size={size}
      loading={pending}
      onClick={() =>
        startTransition(async () => {
          await retryFailed(storeIds);
        })
      }
    >
      <RotateCw aria-hidden />
      {failed.isCapped ? t("failedCapped") : t("failed", { count: failed.total })}
    </Button>
  );
}
