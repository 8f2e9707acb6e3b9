import { ChevronLeft, ChevronRight, ChevronsUpDown } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "#components/ui/button.tsx";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuTrigger,
} from "#components/ui/dropdown-menu.tsx";

export interface PageSize {
  size: number;
  href: string;
}

export interface DataTableFooterProps {
  /** Such as "1,284 leads". */
  summary: ReactNode;
  /** Addresses of the pages beside this one; left out where there is none. */
  previousHref?: string | undefined;
  nextHref?: string | undefined;
  /** How many rows a page has, and the addresses of pages with more or fewer. */
  size?: number;
  sizes?: PageSize[];
}

export function DataTableFooter({ summary, previousHref, nextHref, size, sizes }: DataTableFooterProps) {
  const t = useTranslations("table");
  return (
    <div className="flex min-h-12 items-center justify-between gap-4 md:border-t md:px-4 md:py-2">
      <p className="text-sm text-subheading tabular-nums">{summary}</p>
      <nav aria-label={t("pages")} className="flex items-center gap-2">
        {size !== undefined && sizes && <SizeMenu size={size} sizes={sizes} />}
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

function SizeMenu({ size, sizes }: { size: number; sizes: PageSize[] }) {
  const t = useTranslations("table");
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <Button variant="ghost" className="text-subheading tabular-nums max-md:hidden">
          {t("perPage", { size })}
          <ChevronsUpDown aria-hidden />
        </Button>
      </DropdownMenuTrigger>
      <DropdownMenuContent align="end" className="tabular-nums">
        {sizes.map((one) => (
          <DropdownMenuItem key={one.size} asChild>
            <Link href={one.href} scroll={false}>
              {t("perPage", { size: one.size })}
            </Link>
          </DropdownMenuItem>
        ))}
      </DropdownMenuContent>
    </DropdownMenu>
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
