import type { ComponentProps } from "react";
import { cn } from "#components/ui/cn.ts";

/** A place held for what is on its way; give it the final size. */
export function Skeleton({ className, ...props }: ComponentProps<"div">) {
  return (
    <div aria-hidden className={cn("animate-pulse base:rounded-md bg-gray-tint", className)} {...props} />
  );
}
