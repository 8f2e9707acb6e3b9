"use client";

import * as CheckboxPrimitive from "@radix-ui/react-checkbox";
import { Check, Minus } from "lucide-react";
import type { ComponentProps } from "react";
import { cn } from "#components/ui/cn.ts";
import { useFieldControl } from "#components/ui/field-context.ts";

/** The box is 16 px; what can be pressed is larger, 44 px for thumbs (counted from within the border). */
export function Checkbox({ className, ...props }: ComponentProps<typeof CheckboxPrimitive.Root>) {
  return (
    <CheckboxPrimitive.Root
      {...useFieldControl()}
      className={cn(
        "group relative size-4 shrink-0 rounded-sm border border-border-field bg-surface text-brand-contrast transition-colors",
        "after:absolute after:-inset-2 max-md:after:-inset-[15px]",
        "hover:border-subheading disabled:pointer-events-none disabled:opacity-50 aria-invalid:border-red-text",
        "data-[state=checked]:border-brand data-[state=indeterminate]:border-brand data-[state=checked]:bg-brand data-[state=indeterminate]:bg-brand",
        className,
      )}
      {...props}
    >
      <CheckboxPrimitive.Indicator className="flex items-center justify-center">
        <Check aria-hidden strokeWidth={3} className="size-3 group-data-[state=indeterminate]:hidden" />
        <Minus aria-hidden strokeWidth={3} className="hidden size-3 group-data-[state=indeterminate]:block" />
      </CheckboxPrimitive.Indicator>
    </CheckboxPrimitive.Root>
  );
}
