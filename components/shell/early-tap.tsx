"use client";

import { useEffect } from "react";

declare global {
  interface Window {
    /** Ends the watch, and hands over the button that was pressed last and has had no answer. */
    takeEarlyTap?: () => HTMLElement | null;
  }
}

/**
 * Presses again what was pressed before there were scripts to answer. Links, forms and sheets answer by themselves; a press on any other
 * button is kept by the script in `early-tap-script.tsx`.
 */
export function EarlyTap() {
  useEffect(() => {
    const tapped = window.takeEarlyTap?.();
    if (!tapped?.isConnected) return;
    // Menus open as their button goes down, all else when it is clicked.
    tapped.dispatchEvent(new PointerEvent("pointerdown", { bubbles: true, cancelable: true }));
    tapped.click();
  }, []);
  return null;
}
