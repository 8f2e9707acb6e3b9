"use client";

import * as RadioGroup from "@radix-ui/react-radio-group";
import type { ComponentProps, ReactNode } from "react";
import { cn } from "#components/ui/cn.ts";
import { useFieldControl } from "#components/ui/field-context.ts";

/** A choice between few things that deserve a card each. */
export function RadioCards({ className, ...props }: ComponentProps<typeof RadioGroup.Root>) {
  const { "aria-describedby": describedBy } = useFieldControl();
  return (
    <RadioGroup.Root
      aria-describedby={describedBy}
      // Radix moves the hidden inputs of a form to the left, which sticks out of a page that goes from right to left.
      className={cn("grid grid-cols-2 gap-3 rtl:[&>input]:transform-none!", className)}
      {...props}
    />
  );
}

export interface RadioCardProps {
  value: string;
  title: ReactNode;
  text: ReactNode;
}

export function RadioCard({ value, title, text }: RadioCardProps) {
  return (
    <RadioGroup.Item
      value={value}
      className={cn(
        "group grid grid-cols-[16px_1fr] content-start gap-x-2.5 gap-y-0.5 rounded-xl border border-border-field bg-surface px-3.5 py-3 text-start transition-colors",
        "hover:border-subheading data-[state=checked]:border-brand data-[state=checked]:bg-selected",
      )}
    >
      <span
        aria-hidden
        className="mt-0.5 flex size-4 items-center justify-center rounded-full border border-border-field bg-surface group-data-[state=checked]:border-brand group-data-[state=checked]:bg-brand"
      >
        <RadioGroup.Indicator className="size-1.5 rounded-full bg-brand-contrast" />
      </span>
      <span className="font-medium text-heading text-sm">{title}</span>
      <span className="col-start-2 text-subheading text-xs">{text}</span>
    </RadioGroup.Item>
  );
}
