import { ArrowDown, ArrowUp, ChevronsUpDown } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import {
  type ColumnMeta,
  type ColumnSort,
  cellWidth,
  columnClasses,
  columnWidth,
} from "#components/list/table/columns.ts";
import { cn } from "#components/ui/cn.ts";
import type { Density } from "#lib/base/list/looks/model.ts";

/**
 * The frame. `overflow-clip` rounds the corners without making a scroll box, so that the header sticks
 * to the page; on narrow screens the table may scroll sideways instead.
 */
export function Table({
  label,
  density = "comfortable",
  isForAnyScreen = false,
  footer,
  children,
}: {
  label: string;
  /** Drawn without its cards: no style need hide it on phones. */
  isForAnyScreen?: boolean;
  density?: Density;
  footer?: ReactNode;
  children: ReactNode;
}) {
  return (
    <div
      data-density={density}
      className={cn(
        "group/table rounded-xl border bg-surface max-lg:overflow-x-auto lg:overflow-clip",
        !isForAnyScreen && "max-md:hidden",
      )}
    >
      <table aria-label={label} className="w-full border-separate border-spacing-0 text-sm">
        {children}
      </table>
      {footer}
    </div>
  );
}

export function TableHeader({ children }: { children: ReactNode }) {
  return (
    <thead>
      <tr>{children}</tr>
    </thead>
  );
}

export interface TableHeadProps {
  meta?: ColumnMeta | undefined;
  sort?: ColumnSort | undefined;
  children: ReactNode;
}

export function TableHead({ meta, sort, children }: TableHeadProps) {
  return (
    <th
      scope="col"
      aria-sort={sort?.direction ?? undefined}
      style={columnWidth(meta)}
      className={cn(
        "h-[38px] border-b bg-surface px-3 py-0 font-medium text-sm text-subheading first:ps-4 last:pe-4 lg:sticky lg:top-bar lg:z-20",
        columnClasses(meta),
      )}
    >
      {sort ? (
        <SortLink sort={sort} align={meta?.align}>
          {children}
        </SortLink>
      ) : (
        children
      )}
    </th>
  );
}

const sortIcons = { ascending: ArrowUp, descending: ArrowDown };

interface SortLinkProps {
  sort: ColumnSort;
  align: ColumnMeta["align"];
  children: ReactNode;
}

/** The arrow stands on the inner side, so that the word is in line with its column. */
function SortLink({ sort, align, children }: SortLinkProps) {
  const Icon = sort.direction ? sortIcons[sort.direction] : ChevronsUpDown;
  return (
    <Link
      href={sort.href}
      scroll={false}
      className={cn(
        "-mx-1.5 inline-flex h-7 items-center gap-1 rounded-md px-1.5 transition-colors hover:bg-hover hover:text-heading",
        align === "end" && "flex-row-reverse",
      )}
    >
      {children}
      <Icon aria-hidden className={cn("size-3", !sort.direction && "opacity-50")} />
    </Link>
  );
}

/** What all rows and cells share is said once and not by each of them, of which there are hundreds. */
const bodyClasses = [
  "[&>tr]:relative [&>tr]:scroll-my-24 [&>tr]:transition-colors [&>tr]:hover:bg-hover [&>tr]:has-[a:focus-visible]:bg-hover [&>tr]:has-[a[data-row-link]:focus]:bg-hover [&>tr]:data-selected:bg-selected",
  "[&>tr>td]:h-[52px] [&>tr>td]:border-b [&>tr>td]:px-3 [&>tr>td]:py-0 [&>tr>td]:align-middle",
  "[&>tr>td:first-child]:ps-4 [&>tr>td:last-child]:pe-4 [&>tr:last-child>td]:border-b-0",
  "group-data-[density=compact]/table:[&>tr>td]:h-7 group-data-[density=medium]/table:[&>tr>td]:h-10",
].join(" ");

export function TableBody({ children }: { children: ReactNode }) {
  return <tbody className={bodyClasses}>{children}</tbody>;
}

export interface TableRowProps {
  /** Marks the row for the keys. */
  id?: string;
  selected?: boolean;
  children: ReactNode;
}

/** A row is the containing block of its RowLink, which covers it. */
export function TableRow({ id, selected = false, children }: TableRowProps) {
  return (
    <tr data-row-id={id} data-selected={selected || undefined} className="group/row">
      {children}
    </tr>
  );
}

export function TableCell({ meta, children }: { meta?: ColumnMeta | undefined; children: ReactNode }) {
  return (
    <td style={cellWidth(meta)} className={cn(columnClasses(meta), (meta?.grow || meta?.cut) && "truncate")}>
      {children}
    </td>
  );
}
