"use client";

import type { ComponentProps } from "react";
import { cn } from "#components/ui/cn.ts";
import { controlClasses } from "#components/ui/control.ts";
import { useFieldControl } from "#components/ui/field-context.ts";

export function Textarea({ className, rows = 3, ...props }: ComponentProps<"textarea">) {
  return (
    <textarea
      {...useFieldControl()}
      rows={rows}
      className={cn(controlClasses, "base:min-h-16 base:py-1.5", className)}
      {...props}
    />
  );
}
