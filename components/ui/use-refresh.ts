"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";

const LOOK_EVERY_MS = 4_000;
const LOOK_FOR_MS = 10 * 60_000;

/** Loads the page again every few seconds while something is waited for, as long as somebody can see it, and for ten minutes at most. */
export function useRefresh(isWanted: boolean) {
  const router = useRouter();
  const [isLooking, setIsLooking] = useState(isWanted);

  useEffect(() => {
    if (!isWanted || !isLooking) return;
    const timer = setInterval(
      () => document.visibilityState === "visible" && router.refresh(),
      LOOK_EVERY_MS,
    );
    const end = setTimeout(() => setIsLooking(false), LOOK_FOR_MS);
    return () => {
      clearInterval(timer);
      clearTimeout(end);
    };
  }, [isWanted, isLooking, router]);

  return { isLooking, lookAgain: () => setIsLooking(true) };
}
