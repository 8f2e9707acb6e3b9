"use client";

import { useRef } from "react";
import { useOverlay } from "#components/ui/overlay-state.tsx";

/** The part of Radix's events of a click or focus outside that counts here. */
interface OutsideEvent extends Event {
  readonly detail: { originalEvent: Event };
}

/** Gives the focus back to what opened a menu or popover, unless the person has gone on elsewhere; a click on that is its own to judge. */
export function useOverlayFocus() {
  const { trigger } = useOverlay();
  const wentElsewhere = useRef(false);
  return {
    onInteractOutside: (event: OutsideEvent) => {
      if (event.target instanceof Node && trigger.current?.contains(event.target)) event.preventDefault();
      else wentElsewhere.current = true;
    },
    onCloseAutoFocus: (event: Event) => {
      event.preventDefault();
      if (!wentElsewhere.current) trigger.current?.focus();
      wentElsewhere.current = false;
    },
  };
}
