import type { ReactNode } from "react";
import { Card } from "#components/ui/card.tsx";
import { cn } from "#components/ui/cn.ts";

export interface DashboardCardProps {
  title: string;
  /** One line that explains it, or what decides how it is shown. */
  text?: ReactNode;
  /** What goes with it, at the right of its head. */
  aside?: ReactNode;
  className?: string;
  children: ReactNode;
}

/** A card of the dashboard. */
export function DashboardCard({ title, text, aside, className, children }: DashboardCardProps) {
  return (
    <Card className={cn("min-w-0 break-inside-avoid", className)}>
      <div className="flex min-h-12 flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2">
        <h2 className="font-semibold text-base text-heading">{title}</h2>
        {typeof text === "string" ? <p className="text-sm text-subheading">{text}</p> : text}
        {aside && <div className="ms-auto flex flex-wrap items-center gap-x-3 gap-y-1">{aside}</div>}
      </div>
      {children}
    </Card>
  );
}

/** The heading of a column of figures. */
export const headingCell =
  "h-[38px] px-2 base:text-end font-medium text-subheading text-xs first:ps-4 first:text-start last:pe-4";

/** A figure of a row. */
export const figureCell = "px-2 text-end tabular-nums first:ps-4 first:text-start last:pe-4";
