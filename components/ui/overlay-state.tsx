"use client";

import { createContext, type ReactNode, type RefObject, useContext, useId, useRef, useState } from "react";

/** What floats above the page once it is asked for: whether it is open, and what opened it. */
export interface OverlayState {
  open: boolean;
  setOpen: (open: boolean) => void;
  trigger: RefObject<HTMLElement | null>;
  triggerId: string;
  contentId: string;
  /** Whether a key opened it. */
  byKey: RefObject<boolean>;
}

const OverlayContext = createContext<OverlayState | null>(null);

export interface OverlayProps {
  /** Left out when the overlay keeps that itself. */
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  children?: ReactNode;
}

/**
 * Menus, popovers and dialogs of a page, of which most are never opened: only what opens them is there from the beginning, what they
 * show is fetched when it is pointed at, and mounted when it is opened.
 */
export function OverlayProvider({ open, onOpenChange, children }: OverlayProps) {
  const [innerOpen, setInnerOpen] = useState(false);
  const id = useId();
  const trigger = useRef<HTMLElement>(null);
  const byKey = useRef(false);
  const state = {
    open: open ?? innerOpen,
    setOpen: (next: boolean) => {
      setInnerOpen(next);
      onOpenChange?.(next);
    },
    trigger,
    triggerId: `${id}-trigger`,
    contentId: `${id}-content`,
    byKey,
  };
  return <OverlayContext value={state}>{children}</OverlayContext>;
}

export function useOverlay(): OverlayState {
  const overlay = useContext(OverlayContext);
  if (!overlay) throw new Error("What opens or floats needs the part around both, such as <DropdownMenu>.");
  return overlay;
}

/** Whether something has ever been open: from then on it stays mounted, so that it can also be seen leaving. */
export function useWasOpen(open: boolean): boolean {
  const [wasOpen, setWasOpen] = useState(open);
  if (open && !wasOpen) setWasOpen(true);
  return wasOpen || open;
}
