import type { ReactNode } from "react";
import { cn } from "#components/ui/cn.ts";
import { type Tone, toneClasses } from "#components/ui/status-pill.tsx";

/** A small label without a dot: a count, "Test order", "New". */
export function Badge({
  tone = "gray",
  children,
  className,
}: {
  tone?: Tone;
  children: ReactNode;
  className?: string;
}) {
  return <span className={cn("badge", toneClasses[tone], className)}>{children}</span>;
}
