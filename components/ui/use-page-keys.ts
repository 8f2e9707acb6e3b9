import { useEffect, useEffectEvent } from "react";
import { isBusy } from "#components/ui/is-busy.ts";

/**
 * Keys that are for the page, wherever on it somebody is; not while one types or a menu or dialog has the keys.
 *
 * @param press does what a key stands for and says whether it stands for something
 */
export function usePageKeys(press: (key: string) => boolean): void {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.repeat || event.defaultPrevented || hasModifier(event) || isBusy(event.target)) return;
    if (press(event.key)) event.preventDefault();
  });

  useEffect(() => {
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, []);
}

/** Shift only writes the "?". */
function hasModifier(event: KeyboardEvent): boolean {
  return event.ctrlKey || event.metaKey || event.altKey || (event.shiftKey && event.key !== "?");
}
