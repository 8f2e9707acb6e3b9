"use client";

import Link from "next/link";
import { type ReactNode, useState } from "react";
import { addStep } from "#components/list/table/step.ts";
import { cn } from "#components/ui/cn.ts";

export interface RowLinkProps {
  href: string;
  children: ReactNode;
  className?: string;
}

/**
 * The link of a row, stretched over all of it, so that a click anywhere, a middle click and the keyboard do what
 * they do on any link. Other things to press inside the row need `relative z-10`.
 */
export function RowLink({ href, children, className }: RowLinkProps) {
  // Fifty rows in view would fetch fifty pages ahead: only the one that is pointed at does.
  const [pointedAt, setPointedAt] = useState(false);
  return (
    <Link
      href={href}
      data-row-link=""
      replace
      onNavigate={addStep}
      prefetch={pointedAt ? null : false}
      onMouseEnter={() => setPointedAt(true)}
      onFocus={() => setPointedAt(true)}
      className={cn("row-link", className)}
    >
      {children}
    </Link>
  );
}
