import { useTranslations } from "next-intl";
import { SettingsPage } from "#components/settings/settings-page.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { VisuallyHidden } from "#components/ui/visually-hidden.tsx";

export default function StoreLoading() {
  const common = useTranslations("common");
  const t = useTranslations("stores");
  return (
    <SettingsPage trail={[{ label: t("title"), href: "/settings/stores" }]}>
      <VisuallyHidden role="status">{common("loading")}</VisuallyHidden>
      <div className="grid gap-1.5">
        <Skeleton className="h-7 w-64" />
        <Skeleton className="h-4 w-48" />
      </div>
      <Skeleton className="h-96 rounded-xl" />
    </SettingsPage>
  );
}
