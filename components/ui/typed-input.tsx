"use client";

import { type ComponentProps, useState } from "react";
import { Input } from "#components/ui/input.tsx";

export interface TypedInputProps extends Omit<ComponentProps<"input">, "value" | "onChange" | "type"> {
  /** "" is nothing. */
  value: string;
  /** Told with every key: "" as long as what is typed is no value. */
  onChange: (value: string) => void;
  /** What a typed text means; null when nothing. */
  read: (text: string) => string | null;
  /** How the value is written when nobody is typing. */
  write: (value: string) => string;
}

/** A field of which the value is written as the person is used to, and read however it is typed. */
export function TypedInput({ value, onChange, onBlur, read, write, ...props }: TypedInputProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const [isLeft, setIsLeft] = useState(false);
  // Once the value came from elsewhere, such as a calendar, what was typed is over.
  const shown = typed !== null && (read(typed) ?? "") === value ? typed : null;
  const isUnread = shown !== null && shown.trim() !== "" && value === "";
  return (
    <Input
      autoComplete="off"
      // As wide as its place, which no field is to widen.
      size={8}
      {...props}
      {...(isLeft && isUnread && { "aria-invalid": true })}
      value={shown ?? (value && write(value))}
      onChange={({ target }) => {
        setTyped(target.value);
        onChange(read(target.value) ?? "");
      }}
      onFocus={() => setIsLeft(false)}
      onBlur={(event) => {
        setIsLeft(true);
        if (!isUnread) setTyped(null);
        onBlur?.(event);
      }}
    />
  );
}
