import type { ReactNode } from "react";

/** The rows as cards, on phones only. */
export function RowCards({
  label,
  footer,
  children,
}: {
  label: string;
  footer?: ReactNode;
  children: ReactNode;
}) {
  return (
    <div className="grid grid-cols-1 gap-3 md:hidden">
      <ul aria-label={label} className="grid grid-cols-1 gap-3">
        {children}
      </ul>
      {footer}
    </div>
  );
}

export function RowCard({ children }: { children: ReactNode }) {
  return (
    <li className="relative grid grid-cols-1 gap-1.5 rounded-xl border bg-surface p-3.5 active:bg-hover">
      {children}
    </li>
  );
}
