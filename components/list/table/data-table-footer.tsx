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
import type { Count, Page } from "#lib/base/list/page.ts";
import { type PageSize, pageSizes } from "#lib/base/list/params.ts";

/** What of the list's address leads to another page of it, or to pages with more or fewer rows. */
interface PagePatch {
  after?: string;
  before?: string;
  size?: PageSize;
}

export interface DataTableFooterProps {
  list: ListName;
  page: Page<unknown>;
  /** How many rows the list has, as far as it is known by now. */
  count: Count;
  /** How many rows a page has. */
  size: PageSize;
  hrefOf: (patch: PagePatch) => string;
}

/** How many rows there are, and the ways to the other pages. */
export function DataTableFooter({ list, page, count, size, hrefOf }: DataTableFooterProps) {
  const table = useTranslations("table");
  return (
    <div className="flex min-h-12 items-center justify-between gap-4 rounded-b-[inherit] bg-surface max-md:bg-transparent md:border-t md:px-4 md:py-2 lg:sticky lg:bottom-0 lg:z-10">
      <p role="status" className="text-sm text-subheading tabular-nums">
        <PlaceText list={list} page={page} count={count} />
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

/** "472 leads" where all are here, else which of them: "51–100 of 472". */
function PlaceText({ list, page, count }: Pick<DataTableFooterProps, "list" | "page" | "count">) {
  const t = useTranslations(list);
  const table = useTranslations("table");
  const last = (page.start ?? 1) + page.rows.length - 1;
  const total = Math.max(last, count.total);
  const { isCapped } = count;
  if (page.start === null || page.rows.length === total)
    return t(isCapped ? "countCapped" : "count", { total });
  return table(isCapped ? "placeCapped" : "place", { first: page.start, last, total });
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
