"use client";

import { useTranslations } from "next-intl";
import { Suspense } from "react";
import type { ErrorStateProps } from "#components/shell/error-state.tsx";
import { FailedPage } from "#components/shell/failures.tsx";

export default function LeadsError(props: ErrorStateProps) {
  const t = useTranslations("leads");
  return (
    <Suspense>
      <FailedPage trail={[{ label: t("title"), href: "/leads" }]} {...props} />
    </Suspense>
  );
}
