import { useTranslations } from "next-intl";
import { SettingsPage } from "#components/settings/settings-page.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { VisuallyHidden } from "#components/ui/visually-hidden.tsx";

export default function DeliveryLoading() {
  const t = useTranslations();
  return (
    <SettingsPage
      trail={[{ label: t("stores.title"), href: "/settings/stores" }, { label: t("deliveries.title") }]}
    >
      <VisuallyHidden role="status">{t("common.loading")}</VisuallyHidden>
      <div className="grid gap-1.5">
        <Skeleton className="h-7 w-64" />
        <Skeleton className="h-4 w-48" />
      </div>
      <Skeleton className="h-56 rounded-xl" />
      <Skeleton className="h-96 rounded-xl" />
    </SettingsPage>
  );
}
