"use client";

import { createContext, type ReactNode, useContext, useSyncExternalStore } from "react";

const PhoneContext = createContext<boolean | null>(null);

/** Tells everything below whether the request came from a phone; null is unknown. */
export function ScreenProvider({ isPhone, children }: { isPhone: boolean | null; children: ReactNode }) {
  return <PhoneContext value={isPhone}>{children}</PhoneContext>;
}

/** As wide as styles for phones are: below `md`. */
const narrow = "(width < 48rem)";

function subscribe(onChange: () => void): () => void {
  const query = matchMedia(narrow);
  query.addEventListener("change", onChange);
  return () => query.removeEventListener("change", onChange);
}

/**
 * Whether the screen is as narrow as a phone's: on the server what the request said, in the browser what is so. Null is unknown, and both
 * forms are to be drawn: styles show the right one.
 */
export function useIsNarrow(): boolean | null {
  const isPhone = useContext(PhoneContext);
  return useSyncExternalStore<boolean | null>(
    subscribe,
    () => matchMedia(narrow).matches,
    () => isPhone,
  );
}
