"use client";

import { Check, Minus } from "lucide-react";
import type { ComponentProps } from "react";
import { cn } from "#components/ui/cn.ts";
import { useFieldControl } from "#components/ui/field-context.ts";

export interface CheckboxProps
  extends Omit<ComponentProps<"input">, "type" | "ref" | "checked" | "onChange"> {
  checked: boolean | "indeterminate";
  onCheckedChange?: (checked: boolean) => void;
}

/** The box is 16 px; what can be pressed is larger, 44 px for thumbs (counted from within the border). */
export function Checkbox({ className, checked, onCheckedChange, ...props }: CheckboxProps) {
  return (
    <span
      className={cn("relative flex size-4 shrink-0 text-brand-contrast has-disabled:opacity-50", className)}
    >
      <input
        type="checkbox"
        {...useFieldControl()}
        ref={(box) => {
          if (box) box.indeterminate = checked === "indeterminate";
        }}
        checked={checked === true}
        onChange={(event) => onCheckedChange?.(event.target.checked)}
        className={cn(
          "peer relative size-4 appearance-none rounded-sm border border-border-field bg-surface transition-colors",
          "after:absolute after:-inset-2 max-md:after:-inset-[15px]",
          "checked:border-brand checked:bg-brand indeterminate:border-brand indeterminate:bg-brand",
          "disabled:pointer-events-none aria-invalid:border-red-text [&:hover:not(:checked,:indeterminate)]:border-subheading",
        )}
        {...props}
      />
      <Check
        aria-hidden
        strokeWidth={3}
        className="pointer-events-none absolute inset-0.5 hidden size-3 peer-checked:block peer-indeterminate:hidden"
      />
      <Minus
        aria-hidden
        strokeWidth={3}
        className="pointer-events-none absolute inset-0.5 hidden size-3 peer-indeterminate:block"
      />
    </span>
  );
}
