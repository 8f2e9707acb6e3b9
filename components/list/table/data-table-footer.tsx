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
import type { ListName } from "#lib/base/list/names.ts";
import type { Page } from "#lib/base/list/page.ts";
import { type PageSize, pageSizes } from "#lib/base/list/params.ts";

/** What of the list's address leads to another page of it, or to pages with more or fewer rows. */
interface PagePatch {
  after?: string;
  before?: string;
  size?: PageSize;
}

export interface DataTableFooterProps {
  list: ListName;
  page: Omit<Page<never>, "rows">;
  /** How many rows a page has. */
  size: PageSize;
  hrefOf: (patch: PagePatch) => string;
}

/** How many rows there are, and the ways to the other pages. */
export function DataTableFooter({ list, page, size, hrefOf }: DataTableFooterProps) {
  const t = useTranslations(list);
  const table = useTranslations("table");
  return (
    <div className="flex min-h-12 items-center justify-between gap-4 md:border-t md:px-4 md:py-2">
      <p className="text-sm text-subheading tabular-nums">
        {t(page.isCapped ? "countCapped" : "count", { total: page.total })}
      </p>
      <nav aria-label={table("pages")} className="flex items-center gap-2">
        <SizeMenu size={size} hrefOf={hrefOf} />
        <PageLink href={page.previous && hrefOf({ before: page.previous })} label={table("previous")}>
          <ChevronLeft aria-hidden />
        </PageLink>
        <PageLink href={page.next && hrefOf({ after: page.next })} label={table("next")}>
          <ChevronRight aria-hidden />
        </PageLink>
      </nav>
    </div>
  );
}

function SizeMenu({ size, hrefOf }: Pick<DataTableFooterProps, "size" | "hrefOf">) {
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
        {pageSizes.map((one) => (
          <DropdownMenuItem key={one} asChild>
            <Link href={hrefOf({ size: one })} scroll={false}>
              {t("perPage", { size: one })}
            </Link>
          </DropdownMenuItem>
        ))}
      </DropdownMenuContent>
    </DropdownMenu>
  );
}

function PageLink({ href, label, children }: { href: string | null; label: string; children: ReactNode }) {
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
