"use client";

import { catchError } from "next/error";
import { useTranslations } from "next-intl";
import { DashboardCard } from "#components/dashboard/dashboard-card.tsx";
import { Button } from "#components/ui/button.tsx";

export interface CardBoundaryProps {
  /** Of the card that failed; left out where its head still stands. */
  title?: string;
}

/** Keeps what failed to its own card: the others stay, and it can be tried again. Why it failed the server has logged. */
export const CardBoundary = catchError(({ title }: CardBoundaryProps, { retry }) =>
  title === undefined ? (
    <Failure onRetry={retry} />
  ) : (
    <DashboardCard title={title}>
      <Failure onRetry={retry} />
    </DashboardCard>
  ),
);

function Failure({ onRetry }: { onRetry: () => void }) {
  const t = useTranslations("dashboard.failed");
  return (
    <div role="alert" className="grid justify-items-center gap-3 border-t px-4 py-6">
      <p className="text-center text-sm text-subheading">{t("text")}</p>
      <Button size="sm" onClick={() => onRetry()}>
        {t("retry")}
      </Button>
    </div>
  );
}
