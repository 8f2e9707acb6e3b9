import { ChevronLeft, ChevronRight } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "#components/ui/button.tsx";

export interface DataTableFooterProps {
  /** Such as "1–50 of 1,284". */
  summary: ReactNode;
  /** Addresses of the pages beside this one; left out where there is none. */
  previousHref?: string | undefined;
  nextHref?: string | undefined;
}

export function DataTableFooter({ summary, previousHref, nextHref }: DataTableFooterProps) {
  const t = useTranslations("table");
  return (
    <div className="flex min-h-12 items-center justify-between gap-4 md:border-t md:px-4 md:py-2">
      <p className="text-sm text-subheading tabular-nums">{summary}</p>
      <nav aria-label={t("pages")} className="flex gap-2">
        <PageLink href={previousHref} label={t("previous")}>
          <ChevronLeft aria-hidden />
        </PageLink>
        <PageLink href={nextHref} label={t("next")}>
          <ChevronRight aria-hidden />
        </PageLink>
      </nav>
    </div>
  );
}

function PageLink({
  href,
  label,
  children,
}: {
  href: string | undefined;
  label: string;
  children: ReactNode;
}) {
  if (!href) {
    return (
      <Button size="icon" disabled aria-label={label}>
        {children}
      </Button>
    );
  }
  return (
    <Button asChild size="icon">
      <Link href={href} aria-label={label}>
        {children}
      </Link>
    </Button>
  );
}
