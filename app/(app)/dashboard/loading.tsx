import { useTranslations } from "next-intl";
import { DashboardCard } from "#components/dashboard/dashboard-card.tsx";
import { Page } from "#components/shell/page.tsx";
import { Card } from "#components/ui/card.tsx";
import { cn } from "#components/ui/cn.ts";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { VisuallyHidden } from "#components/ui/visually-hidden.tsx";

const counts = ["total", "waiting", "shipped", "paid", "rejected"] as const;

/** The dashboard's cards in their final sizes: what they are called stands already. */
export default function Loading() {
  const t = useTranslations();
  return (
    <Page trail={[{ label: t("dashboard.title") }]} className="mx-auto max-w-[1280px]">
      <VisuallyHidden role="status">{t("common.loading")}</VisuallyHidden>
      <div className="grid gap-2">
        <Skeleton className="h-7 w-56" />
        <Skeleton className="h-4 w-72 max-w-full" />
      </div>
      <Card className="grid grid-cols-2 lg:grid-cols-5">
        {counts.map((name, index) => (
          <div
            key={name}
            className={cn(
              "grid gap-1 px-5 py-4 max-md:px-4",
              index === 0 ? "max-lg:col-span-2" : "border-t lg:border-t-0 lg:border-s",
              index > 0 && index % 2 === 0 && "max-lg:border-s",
            )}
          >
            <span className="font-medium text-body text-sm">{t(`dashboard.counts.${name}`)}</span>
            <Skeleton className="my-1 h-7 w-20" />
            <Skeleton className="my-0.5 h-3 w-28 max-w-full" />
            <Skeleton className="mt-2 h-8 max-lg:hidden" />
          </div>
        ))}
      </Card>
      <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,768fr)_minmax(0,376fr)]">
        <LoadingCard title={t("dashboard.trend.title")} rows={1} height="h-[306px] max-md:h-[184px]" />
        <LoadingCard title={t("dashboard.needs.title")} rows={7} className="max-xl:order-first" />
        <LoadingCard title={t("dashboard.rates.title")} rows={4} />
        <LoadingCard title={t("dashboard.money.title")} rows={5} />
      </div>
    </Page>
  );
}

interface LoadingCardProps {
  title: string;
  rows: number;
  /** Of a row, as a class. */
  height?: string;
  className?: string;
}

function LoadingCard({ title, rows, height = "h-4", className }: LoadingCardProps) {
  return (
    <DashboardCard title={title} {...(className && { className })}>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows of nothing are alike
        <div key={row} className="border-t px-4 py-4">
          <Skeleton className={height} />
        </div>
      ))}
    </DashboardCard>
  );
}
