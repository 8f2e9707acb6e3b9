import { useSyncExternalStore } from "react";

/** Where a browser keeps that letters are no keys: it is about the hands or the voice at this machine, as the theme is about its screen. */
const place = "keys";
const changed = "astra:keys";

/**
 * Whether letters and signs are keys of pages. Who speaks to the machine, or uses keys of a screen reader, can turn them off
 * (WCAG 2.1.4); what takes no letter, such as the arrows, stays.
 */
export function areLettersKeys(): boolean {
  try {
    return localStorage.getItem(place) !== "off";
  } catch {
    // The browser keeps nothing for pages, so that nobody has turned them off in it.
    return true;
  }
}

function follow(listen: () => void): () => void {
  window.addEventListener(changed, listen);
  window.addEventListener("storage", listen);
  return () => {
    window.removeEventListener(changed, listen);
    window.removeEventListener("storage", listen);
  };
}

/** The choice, null until the browser has said it, and what changes it. */
export function useKeyChoice(): [boolean | null, (areKeys: boolean) => void] {
  const areKeys = useSyncExternalStore<boolean | null>(follow, areLettersKeys, () => null);
  return [areKeys, choose];
}

function choose(areKeys: boolean): void {
  if (areKeys) localStorage.removeItem(place);
  else localStorage.setItem(place, "off");
  window.dispatchEvent(new Event(changed));
}
