import type { ReactNode } from "react";
import { cn } from "#components/ui/cn.ts";

/** The rows as cards, on phones only. */
export function RowCards({
  label,
  isForAnyScreen = false,
  header,
  footer,
  children,
}: {
  label: string;
  /** Drawn without the table: no style need hide them on laptops. */
  isForAnyScreen?: boolean;
  /** What stands above the cards. */
  header?: ReactNode;
  footer?: ReactNode;
  children: ReactNode;
}) {
  return (
    <div className={cn("grid grid-cols-1 gap-3", !isForAnyScreen && "md:hidden")}>
      {header}
      <ul aria-label={label} className="grid grid-cols-1 gap-3">
        {children}
      </ul>
      {footer}
    </div>
  );
}

export interface RowCardProps {
  /** Marks the card for whoever comes back from its page. */
  id?: string;
  selected?: boolean;
  /** The box that selects the card, while some are being selected. */
  select?: ReactNode;
  children: ReactNode;
}

export function RowCard({ id, selected = false, select, children }: RowCardProps) {
  return (
    <li
      data-row-id={id}
      data-selected={selected || undefined}
      className="relative flex scroll-my-20 gap-4 rounded-xl border bg-surface p-3.5 active:bg-hover has-[a[data-row-link]:focus]:bg-hover data-selected:bg-selected"
    >
      {select && <span className="mt-1 ms-0.5">{select}</span>}
      <div className="grid min-w-0 flex-1 grid-cols-1 gap-1.5">{children}</div>
    </li>
  );
}
