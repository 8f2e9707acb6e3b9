import { SearchX } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";

/** There are rows, but none that the filters or the search let through. */
export function NothingMatches({ clearHref }: { clearHref: string }) {
  const t = useTranslations("table.nothingMatches");
  return (
    <EmptyState
      icon={SearchX}
      title={t("title")}
      text={t("text")}
      action={
        <Button asChild>
          <Link href={clearHref} scroll={false}>
            {t("clear")}
          </Link>
        </Button>
      }
    />
  );
}
