import { Compass } from "lucide-react";
import Link from "next/link";
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
          <Link href="/">{t("backToStart")}</Link>
        </Button>
      }
    />
  );
}
