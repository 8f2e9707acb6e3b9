"use client";

import { useFormatter } from "next-intl";
import { Input } from "#components/ui/input.tsx";
import { useIsNarrow } from "#components/ui/screen.tsx";
import { TypedInput, type TypedInputProps } from "#components/ui/typed-input.tsx";
import { readTime } from "#lib/base/time/typed.ts";

/**
 * A time of day, "HH:MM", written by the person's clock, which a browser's own field does not know. A phone has its wheel, which is
 * better than any keyboard.
 */
export function TimeField({ onChange, ...props }: Omit<TypedInputProps, "read" | "write">) {
  const format = useFormatter();
  if (useIsNarrow())
    return <Input type="time" {...props} onChange={({ target }) => onChange(target.value)} />;
  const write = (time: string) =>
    format.dateTime(new Date(`2024-01-01T${time}:00Z`), "time", { timeZone: "UTC" });
  return <TypedInput {...props} onChange={onChange} read={readTime} write={write} />;
}
