import type { ReactNode } from "react";
import { cn } from "#components/ui/cn.ts";

export type Tone = "green" | "amber" | "blue" | "violet" | "red" | "gray";

export const toneClasses: Record<Tone, string> = {
  green: "bg-green-tint text-green-text",
  amber: "bg-amber-tint text-amber-text",
  blue: "bg-blue-tint text-blue-text",
  violet: "bg-violet-tint text-violet-text",
  red: "bg-red-tint text-red-text",
  gray: "bg-gray-tint text-gray-text",
};

/** A status: a dot, a word and a tint, so that it never hangs on colour alone. */
export function StatusPill({
  tone,
  children,
  className,
}: {
  tone: Tone;
  children: ReactNode;
  className?: string;
}) {
  return (
    <span className={cn("pill", toneClasses[tone], className)}>
      <span className="truncate">{children}</span>
    </span>
  );
}
