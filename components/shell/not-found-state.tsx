import { Compass } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";

export function NotFoundState() {
  const t = useTranslations("errors");
  return (
    <EmptyState
      icon={Compass}
      titleAs="h1"
      title={t("notFound")}
      text={t("notFoundText")}
      action={
        <Button asChild>
          {/* No link of Next's: this stands by for every page, and no other part of the sign-in has one. */}
          <a href="/">{t("backToStart")}</a>
        </Button>
      }
    />
  );
}
