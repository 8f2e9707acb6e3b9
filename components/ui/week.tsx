"use client";

import { createContext, type ReactNode, useContext } from "react";

const WeekContext = createContext<number | null>(null);

/**
 * On which day weeks begin for everything below: 1 is Monday, 7 is Sunday. The server says it, as not every browser knows it of a
 * language, and so calendars begin their weeks where the server's figures do.
 */
export function WeekProvider({ firstDay, children }: { firstDay: number; children: ReactNode }) {
  return <WeekContext value={firstDay}>{children}</WeekContext>;
}

export function useFirstWeekday(): number {
  const firstDay = useContext(WeekContext);
  if (firstDay === null) throw new Error("useFirstWeekday needs a WeekProvider above it.");
  return firstDay;
}
