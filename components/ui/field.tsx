"use client";

import { CircleAlert } from "lucide-react";
import { type Messages, useTranslations } from "next-intl";
import { type ReactNode, useId, useMemo } from "react";
import { cn } from "#components/ui/cn.ts";
import { FieldContext } from "#components/ui/field-context.ts";

export interface FieldProps {
  label: ReactNode;
  /** One control of components/ui, or something that holds one. */
  children: ReactNode;
  hint?: ReactNode;
  /** What is wrong: a key of the "validation" messages, or what is already translated. */
  error?: ReactNode;
  /** What stands at the right end of the label's line, such as a link. */
  aside?: ReactNode;
  className?: string;
}

/** A label, its control, a hint and an error, tied together for screen readers. */
export function Field({ label, children, hint, error, aside, className }: FieldProps) {
  const id = useId();
  const errorText = useErrorMessage(error);
  const hintId = hint ? `${id}-hint` : undefined;
  const errorId = error ? `${id}-error` : undefined;
  const control = useMemo(
    () => ({
      id,
      "aria-describedby": [hintId, errorId].filter(Boolean).join(" ") || undefined,
      "aria-invalid": errorId ? (true as const) : undefined,
    }),
    [id, hintId, errorId],
  );
  return (
    <div className={cn("grid grid-cols-1 gap-1.5", className)}>
      <div className="flex items-baseline justify-between gap-4">
        <label htmlFor={id} className="select-none font-medium text-heading text-sm">
          {label}
        </label>
        {aside}
      </div>
      <FieldContext value={control}>{children}</FieldContext>
      {hint && (
        <p id={hintId} className="text-subheading text-xs">
          {hint}
        </p>
      )}
      {error && (
        <p id={errorId} className="flex items-start gap-1.5 text-red-text text-xs">
          <CircleAlert aria-hidden className="mt-0.5 size-3 shrink-0" />
          {errorText}
        </p>
      )}
    </div>
  );
}

type ErrorKey = keyof Messages["validation"];

function useErrorMessage(error: ReactNode): ReactNode {
  const t = useTranslations("validation");
  if (typeof error !== "string") return error;
  return t.has(error as ErrorKey) ? t(error as ErrorKey) : error;
}
