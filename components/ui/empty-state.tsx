import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "#components/ui/cn.ts";

export interface EmptyStateProps {
  icon: LucideIcon;
  title: ReactNode;
  /** "h1" where it is all the page says. */
  titleAs?: "p" | "h1" | "h2";
  /** What to do next. */
  text: ReactNode;
  action?: ReactNode;
  className?: string;
}

export function EmptyState({
  icon: Icon,
  title,
  titleAs: Title = "p",
  text,
  action,
  className,
}: EmptyStateProps) {
  return (
    <div className={cn("flex flex-col items-center px-6 py-16 text-center", className)}>
      <span className="mb-4 flex size-11 items-center justify-center rounded-xl border bg-surface text-subheading">
        <Icon aria-hidden className="size-5" strokeWidth={1.75} />
      </span>
      <Title className="font-semibold text-base text-heading">{title}</Title>
      <p className="mt-1 max-w-sm text-pretty text-sm text-subheading">{text}</p>
      {action && <div className="mt-4 flex flex-wrap justify-center gap-2">{action}</div>}
    </div>
  );
}
