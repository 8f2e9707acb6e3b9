import type { ComponentProps } from "react";
import { cn } from "#components/ui/cn.ts";

/** The key that does the same, shown where it acts. Phones have no keys. */
export function Kbd({ className, ...props }: ComponentProps<"kbd">) {
  return (
    <kbd
      className={cn(
        "inline-flex h-[18px] min-w-[18px] items-center justify-center rounded-sm border border-border-control px-1 font-normal font-sans text-[11px] text-subheading max-md:hidden",
        className,
      )}
      {...props}
    />
  );
}
