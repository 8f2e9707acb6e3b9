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
    <span
      className={cn(
        "inline-flex h-[22px] max-w-full items-center gap-1.5 whitespace-nowrap rounded-full px-2 font-medium text-xs",
        toneClasses[tone],
        className,
      )}
    >
      <span aria-hidden className="size-1.5 shrink-0 rounded-full bg-current" />
      <span className="truncate">{children}</span>
    </span>
  );
}
