"use client";

import { useTranslations } from "next-intl";
import { ErrorState, type ErrorStateProps } from "#components/shell/error-state.tsx";
import { Page } from "#components/shell/page.tsx";

export default function LeadsError(props: ErrorStateProps) {
  const t = useTranslations("leads");
  return (
    <Page trail={[{ label: t("title"), href: "/leads" }]}>
      <ErrorState {...props} />
    </Page>
  );
}
