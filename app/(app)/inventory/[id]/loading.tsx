import { useTranslations } from "next-intl";
import { Page } from "#components/shell/page.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { VisuallyHidden } from "#components/ui/visually-hidden.tsx";

export default function ProductLoading() {
  const t = useTranslations();
  return (
    <Page trail={[{ label: t("inventory.title"), href: "/inventory" }]} className="mx-auto max-w-[960px]">
      <VisuallyHidden role="status">{t("common.loading")}</VisuallyHidden>
      <Skeleton className="h-8 w-64" />
      <Skeleton className="h-[72px] rounded-xl" />
      <Skeleton className="h-[216px] rounded-xl" />
      <Skeleton className="h-96 rounded-xl" />
    </Page>
  );
}
