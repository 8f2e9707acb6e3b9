import { useSyncExternalStore } from "react";

/** Narrower than Tailwind's `md`. */
const query = "(width < 48rem)";

/** Whether the window is as narrow as a phone; on the server it is not. */
export function useIsPhone(): boolean {
  return useSyncExternalStore(
    (onChange) => {
      const media = window.matchMedia(query);
      media.addEventListener("change", onChange);
      return () => media.removeEventListener("change", onChange);
    },
    () => window.matchMedia(query).matches,
    () => false,
  );
}
