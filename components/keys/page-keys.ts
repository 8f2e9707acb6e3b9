import { useEffect, useRef } from "react";

/** Keys that do one thing wherever on the page somebody is, and what they do, as "?" says it. */
export interface PageKey {
  /** As `KeyboardEvent.key` says them, in small letters: "j", "arrowdown", "shift+x"; "g l" are two, one after the other. */
  keys: string[];
  label: string;
  /** Does it; false: not now, so that the key is anybody's. */
  run: (key: string) => unknown;
  /** Whether it does so again and again while it is held down. */
  repeats?: boolean;
}

interface KeySet {
  current: PageKey[];
}

/** The keys of all that is on the page: what came last is asked first. */
let sets: KeySet[] = [];

/** Gives the page keys for as long as the component is there. When they count, and what shows them, is in keys.tsx. */
export function usePageKeys(keys: PageKey[]): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    sets = [latest, ...sets];
    return () => {
      sets = sets.filter((set) => set !== latest);
    };
  }, []);
}

/** All keys that the page has now. */
export function allKeys(): PageKey[] {
  return sets.flatMap(({ current }) => current);
}
