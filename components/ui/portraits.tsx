"use client";

import { createContext, type ReactNode, useContext } from "react";

/** Versions of photos, by person. */
type Portraits = Record<string, string>;

const PortraitsContext = createContext<Portraits>({});

/** Tells everything below which people have a photo. */
export function PortraitsProvider({ portraits, children }: { portraits: Portraits; children: ReactNode }) {
  return <PortraitsContext value={portraits}>{children}</PortraitsContext>;
}

/** The address of somebody's photo; null where there is none. */
export function usePortrait(personId: string): string | null {
  const version = useContext(PortraitsContext)[personId];
  return version ? `/api/profile/photo?person=${personId}&version=${version}` : null;
}
