"use client";

import { useRef } from "react";

/**
 * Gives the focus back to what had it before a dialog opened. Radix does so only for a dialog with a trigger of its own; one that
 * is opened by a key or from a menu would leave the focus nowhere.
 */
export function useFocusReturn() {
  const opener = useRef<HTMLElement | null>(null);
  return {
    onOpenAutoFocus: () => {
      opener.current = openerOf(document.activeElement);
    },
    onCloseAutoFocus: (event: Event) => {
      if (!opener.current?.isConnected) return;
      event.preventDefault();
      opener.current.focus();
    },
  };
}

/** The item of a menu goes away with it; what opened the menu stays. */
function openerOf(element: Element | null): HTMLElement | null {
  const menu = element?.closest("[role=menu]");
  const stays = menu ? document.getElementById(menu.getAttribute("aria-labelledby") ?? "") : element;
  return stays instanceof HTMLElement && stays !== document.body ? stays : null;
}
