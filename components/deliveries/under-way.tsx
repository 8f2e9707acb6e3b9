"use client";

import { useTranslations } from "next-intl";
import { Alert } from "#components/ui/alert.tsx";
import { useRefresh } from "#components/ui/use-refresh.ts";
import type { Count } from "#lib/base/list/page.ts";

/** How much waits for the worker; the page looks again by itself until nothing does. */
export function UnderWay({ waiting }: { waiting: Count }) {
  const t = useTranslations("deliveries.retry");
  const isAny = waiting.total > 0;
  const { isLooking } = useRefresh(isAny);
  if (!isAny) return null;
  return (
    <Alert role="status">
      {t(waiting.isCapped ? "underWayCapped" : "underWay", { count: waiting.total })}
      {isLooking && ` ${t("noticed")}`}
    </Alert>
  );
}
