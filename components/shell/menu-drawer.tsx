"use client";

import { usePathname } from "next/navigation";
import { lazy, useEffect } from "react";
import { setMenuOpen, useShell } from "#components/shell/shell-store.ts";
import type { SidebarProps } from "#components/shell/sidebar.tsx";
import { WhenOpened } from "#components/ui/when-opened.tsx";

/** Fetches the drawer. */
export function loadDrawer() {
  return import("#components/shell/menu-sheet.tsx");
}

const MenuSheet = lazy(() => loadDrawer().then((module) => ({ default: module.MenuSheet })));

/** The sidebar on phones. It closes when the page changes. */
export function MenuDrawer(props: SidebarProps) {
  const pathname = usePathname();

  // biome-ignore lint/correctness/useExhaustiveDependencies: the path is what this waits for
  useEffect(() => setMenuOpen(false), [pathname]);

  return (
    <WhenOpened open={useShell((shell) => shell.isMenuOpen)}>
      <MenuSheet {...props} />
    </WhenOpened>
  );
}
