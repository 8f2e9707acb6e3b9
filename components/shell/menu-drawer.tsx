"use client";

import { lazy, Suspense } from "react";
import { useShell } from "#components/shell/shell-store.ts";
import type { SidebarProps } from "#components/shell/sidebar.tsx";
import { useWasOpen } from "#components/ui/overlay-state.tsx";

/** Fetches the drawer. */
export function loadDrawer() {
  return import("#components/shell/menu-sheet.tsx");
}

const MenuSheet = lazy(() => loadDrawer().then((module) => ({ default: module.MenuSheet })));

/** The sidebar on phones. */
export function MenuDrawer(props: SidebarProps) {
  if (!useWasOpen(useShell((shell) => shell.isMenuOpen))) return null;
  return (
    <Suspense>
      <MenuSheet {...props} />
    </Suspense>
  );
}
