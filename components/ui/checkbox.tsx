"use client";

import type { ComponentProps } from "react";
import { cn } from "#components/ui/cn.ts";
import { useFieldControl } from "#components/ui/field-context.ts";

export interface CheckboxProps
  extends Omit<ComponentProps<"input">, "type" | "ref" | "checked" | "onChange"> {
  checked: boolean | "indeterminate";
  onCheckedChange?: (checked: boolean) => void;
}

/** The browser's own, in Astra's look. The box is 16 px; what can be pressed is larger, 44 px for thumbs. */
export function Checkbox({ className, checked, onCheckedChange, ...props }: CheckboxProps) {
  return (
    <input
      type="checkbox"
      {...useFieldControl()}
      ref={(box) => {
        if (box) box.indeterminate = checked === "indeterminate";
      }}
      checked={checked === true}
      onChange={(event) => onCheckedChange?.(event.target.checked)}
      className={cn("checkbox", className)}
      {...props}
    />
  );
}
