"use client";

import { createContext, type ReactNode, useContext, useEffect, useState } from "react";

const NowContext = createContext<Date | null>(null);

const TICK_MS = 30_000;

/**
 * The present moment for everything below: the server's, so that both sides write the same text first, then moving on.
 * It counts from the server's clock, since a person's own may be wrong.
 */
export function NowProvider({ now, children }: { now: Date; children: ReactNode }) {
  const [current, setCurrent] = useState(now);

  useEffect(() => {
    const startedAt = performance.now();
    setCurrent(now);
    const timer = setInterval(
      () => setCurrent(new Date(now.getTime() + performance.now() - startedAt)),
      TICK_MS,
    );
    return () => clearInterval(timer);
  }, [now]);

  return <NowContext value={current}>{children}</NowContext>;
}

export function useNow(): Date {
  const now = useContext(NowContext);
  if (!now) throw new Error("useNow needs a NowProvider above it.");
  return now;
}
