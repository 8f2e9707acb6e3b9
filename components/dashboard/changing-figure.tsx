"use client";

import { type ReactNode, useState } from "react";
import { cn } from "#components/ui/cn.ts";

export interface ChangingFigureProps {
  value: number;
  className?: string;
  /** The value as it is written. */
  children: ReactNode;
}

/** A figure that fades in when it has become another one: it never counts up, and does nothing on the first sight. */
export function ChangingFigure({ value, className, children }: ChangingFigureProps) {
  const [known, setKnown] = useState(value);
  const [changes, setChanges] = useState(0);
  if (value !== known) {
    setKnown(value);
    setChanges(changes + 1);
  }
  return (
    <span
      key={changes}
      className={cn(changes > 0 && "animate-fade-in motion-reduce:animate-none", className)}
    >
      {children}
    </span>
  );
}
