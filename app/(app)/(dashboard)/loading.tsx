import { useTranslations } from "next-intl";
import { Page } from "#components/shell/page.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { VisuallyHidden } from "#components/ui/visually-hidden.tsx";

/** The dashboard's cards in their final sizes. */
export default function Loading() {
  const t = useTranslations();
  return (
    <Page trail={[{ label: t("dashboard.title") }]} className="mx-auto max-w-[1280px]">
      <VisuallyHidden role="status">{t("common.loading")}</VisuallyHidden>
      <div className="grid gap-2">
        <Skeleton className="h-7 w-56" />
        <Skeleton className="h-4 w-72 max-w-full" />
      </div>
      <Skeleton className="h-[154px] rounded-xl max-lg:h-64" />
      <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,768fr)_minmax(0,376fr)]">
        <Skeleton className="h-[386px] rounded-xl" />
        <Skeleton className="h-[386px] rounded-xl max-xl:order-first max-xl:h-48" />
        <Skeleton className="h-[286px] rounded-xl" />
        <Skeleton className="h-[286px] rounded-xl" />
      </div>
    </Page>
  );
}
