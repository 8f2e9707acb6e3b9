"use client";

import { CircleCheck, Loader2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { useRefresh } from "#components/ui/use-refresh.ts";

/** While nothing gets through from the store, the page looks again every few seconds, as long as somebody can see it. */
export function FirstSign({ state }: { state: "waiting" | "pinged" | "mending" | "arrived" }) {
  const t = useTranslations("stores.firstSign");
  const isWaiting = state !== "arrived";
  const { isLooking, lookAgain } = useRefresh(isWaiting);

  if (!isWaiting) {
    return (
      <p role="status" className="flex items-center gap-2 text-green-text text-sm">
        <CircleCheck aria-hidden className="size-4 shrink-0" />
        {t("arrived")}
      </p>
    );
  }
  return (
    <div role="status" className="flex flex-wrap items-center gap-2 text-body text-sm">
      {isLooking && <Loader2 aria-hidden className="size-4 shrink-0 animate-spin text-subheading" />}
      <span className="min-w-0 flex-1">{t(isLooking ? state : "stopped")}</span>
      {!isLooking && <Button onClick={lookAgain}>{t("lookAgain")}</Button>}
    </div>
  );
}
