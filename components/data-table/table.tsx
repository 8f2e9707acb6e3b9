import type { ReactNode } from "react";
import { type ColumnMeta, columnClasses, columnWidth } from "#components/data-table/columns.ts";
import { cn } from "#components/ui/cn.ts";

/**
 * The frame. `overflow-clip` rounds the corners without making a scroll box, so that the header sticks
 * to the page; on narrow screens the table may scroll sideways instead.
 */
export function Table({
  label,
  footer,
  children,
}: {
  label: string;
  footer?: ReactNode;
  children: ReactNode;
}) {
  return (
    <div className="rounded-xl border bg-surface max-lg:overflow-x-auto max-md:hidden lg:overflow-clip">
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

export function TableHead({ meta, children }: { meta?: ColumnMeta | undefined; children: ReactNode }) {
  return (
    <th
      scope="col"
      style={{ width: columnWidth(meta) }}
      className={cn(
        "h-[38px] border-b bg-surface px-3 py-0 font-medium text-sm text-subheading first:pl-4 last:pr-4 lg:sticky lg:top-bar lg:z-20",
        columnClasses(meta),
      )}
    >
      {children}
    </th>
  );
}

export function TableBody({ children }: { children: ReactNode }) {
  return <tbody className="[&>tr:last-child>td]:border-b-0">{children}</tbody>;
}

/** A row is the containing block of its RowLink, which covers it. */
export function TableRow({ children }: { children: ReactNode }) {
  return (
    <tr className="relative transition-colors hover:bg-hover has-[a:focus-visible]:bg-hover">{children}</tr>
  );
}

export function TableCell({ meta, children }: { meta?: ColumnMeta | undefined; children: ReactNode }) {
  return (
    <td
      style={{ maxWidth: meta?.cut ? meta.width : undefined }}
      className={cn(
        "h-[52px] border-b px-3 py-0 align-middle first:pl-4 last:pr-4",
        columnClasses(meta),
        (meta?.grow || meta?.cut) && "truncate",
      )}
    >
      {children}
    </td>
  );
}
