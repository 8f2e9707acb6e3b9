"use client";

import { useTranslations } from "next-intl";
import { Alert } from "#components/ui/alert.tsx";
import { useRefresh } from "#components/ui/use-refresh.ts";

/** Says that past orders still have to follow what the owner has said, and goes by itself. */
export function ApplyingNotice() {
  const t = useTranslations("stores.outcome");
  useRefresh(true);
  return <Alert role="status">{t("stillApplying")}</Alert>;
}
