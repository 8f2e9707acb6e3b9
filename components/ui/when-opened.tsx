"use client";

import { type ReactNode, Suspense } from "react";
import { useWasOpen } from "#components/ui/overlay-state.tsx";

export interface WhenOpenedProps {
  open: boolean;
  /** What is fetched, by `lazy` of React. */
  children: ReactNode;
  /** What stands for it until it is there. */
  fallback?: ReactNode;
}

/** What is fetched when it is first opened, and then stays, so that it is seen leaving and keeps what is typed in it. */
export function WhenOpened({ open, children, fallback }: WhenOpenedProps) {
  if (!useWasOpen(open)) return null;
  return <Suspense fallback={fallback}>{children}</Suspense>;
}
