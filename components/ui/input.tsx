"use client";

import type { ComponentProps } from "react";
import { cn } from "#components/ui/cn.ts";
import { controlClasses } from "#components/ui/control.ts";
import { useFieldControl } from "#components/ui/field-context.ts";

export function Input({ className, type = "text", ...props }: ComponentProps<"input">) {
  return (
    <input
      {...useFieldControl()}
      type={type}
      className={cn(controlClasses, "base:h-8 base:max-md:h-11", className)}
      {...props}
    />
  );
}
