"use client";

import { lazy } from "react";
import { useShell } from "#components/shell/shell-store.ts";
import type { SidebarProps } from "#components/shell/sidebar.tsx";
import { WhenOpened } from "#components/ui/when-opened.tsx";

/** Fetches the drawer. */
export function loadDrawer() {
  return import("#components/shell/menu-sheet.tsx");
}

const MenuSheet = lazy(() => loadDrawer().then((module) => ({ default: module.MenuSheet })));

/** The sidebar on phones. */
export function MenuDrawer(props: SidebarProps) {
  return (
    <WhenOpened open={useShell((shell) => shell.isMenuOpen)}>
      <MenuSheet {...props} />
    </WhenOpened>
  );
}
