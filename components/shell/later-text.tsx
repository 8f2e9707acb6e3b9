"use client";

import { useArrived } from "#components/ui/use-arrived.ts";

/** A text that becomes a better one when it is known. */
export function LaterText({ now, later }: { now: string; later: Promise<string> }) {
  return useArrived(later, now);
}
