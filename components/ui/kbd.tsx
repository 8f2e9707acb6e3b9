import type { ComponentProps } from "react";
import { cn } from "#components/ui/cn.ts";

/** The key that does the same, shown where it acts. Phones have no keys. */
export function Kbd({ className, ...props }: ComponentProps<"kbd">) {
  return (
    <kbd
      className={cn(
        "base:inline-flex base:h-[18px] min-w-[18px] items-center justify-center rounded-sm border base:border-border-control base:px-1 font-normal font-sans text-[11px] base:text-subheading base:max-md:hidden",
        className,
      )}
      {...props}
    />
  );
}
