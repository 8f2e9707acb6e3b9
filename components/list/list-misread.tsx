import { FileQuestion } from "lucide-react";
import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";

export interface ListMisreadProps {
  /** What of the address the list does not understand, such as "status=lost". */
  misread: string[];
  /** The list without it. */
  href: string;
}

/** Stands in the place of a list whose address asks for something unknown: to show more than is asked for would mislead. */
export function ListMisread({ misread, href }: ListMisreadProps) {
  const t = useTranslations("table.misread");
  const format = useFormatter();
  return (
    <EmptyState
      icon={FileQuestion}
      title={t("title")}
      text={<span className="wrap-anywhere">{t("text", { asked: format.list(misread) })}</span>}
      action={
        <Button asChild>
          <Link href={href} scroll={false}>
            {t("leaveOut")}
          </Link>
        </Button>
      }
    />
  );
}
