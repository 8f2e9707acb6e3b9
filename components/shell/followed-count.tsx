"use client";

import { useFormatter } from "next-intl";
import { useEffect } from "react";
import { create } from "zustand";

interface Counted {
  count: number;
  /** Whether there may be more: counting stopped there. */
  isCapped: boolean;
}

/** A count that has moved on since the frame was sent; null: the frame's is the newest. */
const useNewer = create<{ newer: Counted | null }>()(() => ({ newer: null }));

/** Tells the sidebar how many leads are left to call, as often as a page that works them hears of it. */
export function useFollowedCount(count: Counted): void {
  useEffect(() => useNewer.setState({ newer: count }), [count]);
}

/** How many leads wait, in the sidebar: as the frame was sent, or as a page has told since. `sent` is a new object whenever the frame is. */
export function FollowedCount({ sent }: { sent: Counted }) {
  const format = useFormatter();
  const { newer } = useNewer();
  // biome-ignore lint/correctness/useExhaustiveDependencies: whatever is sent anew is newer than what was told before
  useEffect(() => useNewer.setState({ newer: null }), [sent]);
  const { count, isCapped } = newer ?? sent;
  if (count === 0) return null;
  return isCapped ? `${format.number(count)}+` : format.number(count);
}
