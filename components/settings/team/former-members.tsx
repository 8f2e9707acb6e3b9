"use client";

import { ChevronDown } from "lucide-react";
import { type ReactNode, useEffect, useRef } from "react";
import { cn } from "#components/ui/cn.ts";

interface FormerMembersProps {
  count: number;
  label: string;
  /** Whether there is something to do for one of them. */
  startsOpen: boolean;
  /** What the whole list comes to. */
  sum: ReactNode;
  children: ReactNode;
}

/** The foot of the list, behind which former members are. Whoever deactivates a member finds the focus, which went with the row, where the row went. */
export function FormerMembers({ count, label, startsOpen, sum, children }: FormerMembersProps) {
  const summary = useRef<HTMLElement>(null);
  const before = useRef(count);
  useEffect(() => {
    const lostFocus = document.activeElement === document.body;
    if (count > before.current && lostFocus) summary.current?.focus();
    before.current = count;
  }, [count]);
  if (count === 0) return <div className={cn(footClasses, "py-2.5")}>{sum}</div>;
  return (
    <details className="group" open={startsOpen}>
      <summary
        ref={summary}
        className={cn(
          footClasses,
          "min-h-11 cursor-pointer list-none flex-wrap justify-between gap-x-4 py-1.5 hover:bg-hover [&::-webkit-details-marker]:hidden",
        )}
      >
        {sum}
        <span className="flex items-center gap-1 font-medium text-heading">
          {label}
          <ChevronDown aria-hidden className="size-4 transition-transform group-open:rotate-180" />
        </span>
      </summary>
      {children}
    </details>
  );
}

const footClasses = "flex items-center border-t px-4 text-sm";
