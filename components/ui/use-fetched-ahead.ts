"use client";

import { useEffect } from "react";
import { whenIdle } from "#components/ui/when-idle.ts";

/** Fetches what will likely be opened once the browser has nothing better to do; `load` is always the same function. */
export function useFetchedAhead(load: () => unknown): void {
  useEffect(() => whenIdle(() => void load()), [load]);
}
