"use client";

import { Button } from "#components/ui/button.tsx";

export interface SegmentsProps<Value extends string> {
  /** What is chosen, for screen readers. */
  label: string;
  options: readonly { value: Value; label: string }[];
  value: Value;
  onChange: (value: Value) => void;
}

/** A small choice of few words beside each other, of which one is taken. */
export function Segments<Value extends string>({ label, options, value, onChange }: SegmentsProps<Value>) {
  return (
    <fieldset className="flex rounded-lg border border-border-control p-0.5 print:hidden">
      <legend className="sr-only">{label}</legend>
      {options.map((option) => (
        <Button
          key={option.value}
          variant="ghost"
          size="sm"
          aria-pressed={option.value === value}
          onClick={() => onChange(option.value)}
          className="h-6 max-md:h-9 aria-pressed:bg-hover aria-pressed:text-heading"
        >
          {option.label}
        </Button>
      ))}
    </fieldset>
  );
}
