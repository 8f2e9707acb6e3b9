import Link from "next/link";
import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";

/** From a page that is empty yet to what comes first, for whoever has first steps. */
export function ToFirstSteps({ mayConnect }: { mayConnect: boolean }) {
  const t = useTranslations("firstSteps");
  if (!mayConnect) return null;
  return (
    <Button asChild>
      <Link href="/settings/first-steps">{t("go")}</Link>
    </Button>
  );
}
