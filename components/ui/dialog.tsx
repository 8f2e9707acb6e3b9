import type { ComponentProps } from "react";
import { cn } from "#components/ui/cn.ts";

/** The acts, the main one last; on phones they stack, the main one on top. */
export function DialogFooter({ className, ...props }: ComponentProps<"div">) {
  return (
    <div className={cn("flex flex-col-reverse gap-2 md:flex-row md:justify-end", className)} {...props} />
  );
}
