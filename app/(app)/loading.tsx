import { useTranslations } from "next-intl";
import { Page } from "#components/shell/page.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { VisuallyHidden } from "#components/ui/visually-hidden.tsx";

export default function Loading() {
  const t = useTranslations("common");
  return (
    <Page trail={[]}>
      <VisuallyHidden role="status">{t("loading")}</VisuallyHidden>
      <Skeleton className="h-8 w-40" />
      <div className="grid gap-4 lg:grid-cols-[1fr_320px]">
        <Skeleton className="h-80 rounded-xl" />
        <Skeleton className="h-52 rounded-xl" />
      </div>
    </Page>
  );
}
