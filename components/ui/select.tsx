"use client";

import * as SelectPrimitive from "@radix-ui/react-select";
import { Check, ChevronDown } from "lucide-react";
import type { ComponentProps } from "react";
import { cn } from "#components/ui/cn.ts";
import { controlClasses } from "#components/ui/control.ts";
import { useFieldControl } from "#components/ui/field-context.ts";
import { floatingClasses, menuItemClasses } from "#components/ui/floating.ts";

export const Select = SelectPrimitive.Root;

export interface SelectTriggerProps extends ComponentProps<typeof SelectPrimitive.Trigger> {
  placeholder?: string;
}

export function SelectTrigger({ className, placeholder, children, ...props }: SelectTriggerProps) {
  return (
    <SelectPrimitive.Trigger
      {...useFieldControl()}
      className={cn(
        controlClasses,
        "inline-flex h-8 items-center justify-between gap-2 text-start data-[placeholder]:text-subheading max-md:h-11",
        "[&>span]:truncate",
        className,
      )}
      {...props}
    >
      <SelectPrimitive.Value placeholder={placeholder}>{children}</SelectPrimitive.Value>
      <SelectPrimitive.Icon asChild>
        <ChevronDown aria-hidden className="size-4 shrink-0 text-subheading" />
      </SelectPrimitive.Icon>
    </SelectPrimitive.Trigger>
  );
}

export function SelectContent({
  className,
  children,
  position = "popper",
  ...props
}: ComponentProps<typeof SelectPrimitive.Content>) {
  return (
    <SelectPrimitive.Portal>
      <SelectPrimitive.Content
        position={position}
        sideOffset={4}
        className={cn(
          floatingClasses,
          "max-h-(--radix-select-content-available-height) min-w-(--radix-select-trigger-width) overflow-y-auto p-1",
          className,
        )}
        {...props}
      >
        <SelectPrimitive.Viewport>{children}</SelectPrimitive.Viewport>
      </SelectPrimitive.Content>
    </SelectPrimitive.Portal>
  );
}

export function SelectItem({ className, children, ...props }: ComponentProps<typeof SelectPrimitive.Item>) {
  return (
    <SelectPrimitive.Item className={cn(menuItemClasses, "pe-8", className)} {...props}>
      <SelectPrimitive.ItemText>{children}</SelectPrimitive.ItemText>
      <SelectPrimitive.ItemIndicator className="absolute end-2">
        <Check aria-hidden className="size-4 text-brand-text" />
      </SelectPrimitive.ItemIndicator>
    </SelectPrimitive.Item>
  );
}
