import { useTranslations } from "next-intl";
import { SettingsPage } from "#components/settings/settings-page.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { VisuallyHidden } from "#components/ui/visually-hidden.tsx";

export default function SettingsLoading() {
  const t = useTranslations("common");
  return (
    <SettingsPage trail={[]}>
      <VisuallyHidden role="status">{t("loading")}</VisuallyHidden>
      <Skeleton className="h-8 w-40" />
      <Skeleton className="h-64 rounded-xl" />
    </SettingsPage>
  );
}
