"use client";

import { useEffect } from "react";
import { loadFailedPage } from "#components/shell/failures.tsx";
import { loadDialogs } from "#components/ui/dialog.tsx";
import { loadMenus } from "#components/ui/dropdown-menu.tsx";
import { loadPopovers } from "#components/ui/popover.tsx";
import { whenIdle } from "#components/ui/when-idle.ts";

/** Fetches what every page can open, or come to, as soon as the browser has nothing better to do, so that nobody waits for it. */
export function FetchAhead() {
  useEffect(
    () =>
      whenIdle(() => {
        for (const load of [loadMenus, loadPopovers, loadDialogs, loadFailedPage]) void load();
      }),
    [],
  );
  return null;
}
