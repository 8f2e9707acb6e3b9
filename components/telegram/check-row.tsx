"use client";

import { type ReactNode, useId } from "react";
import { Checkbox } from "#components/ui/checkbox.tsx";

export interface CheckRowProps {
  label: ReactNode;
  hint?: ReactNode;
  checked: boolean;
  onChange: (checked: boolean) => void;
}

/** Something that is wanted or not, with what it is. */
export function CheckRow({ label, hint, checked, onChange }: CheckRowProps) {
  const id = useId();
  return (
    <div className="grid grid-cols-[auto_1fr] gap-x-3 gap-y-0.5">
      <Checkbox
        id={id}
        aria-describedby={hint ? `${id}-hint` : undefined}
        checked={checked}
        onCheckedChange={onChange}
        className="mt-0.5"
      />
      <label htmlFor={id} className="cursor-pointer select-none font-medium text-heading text-sm">
        {label}
      </label>
      {hint && (
        <p id={`${id}-hint`} className="col-start-2 text-subheading text-xs">
          {hint}
        </p>
      )}
    </div>
  );
}
