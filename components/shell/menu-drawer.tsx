"use client";

import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { useMenu } from "#components/shell/shell-context.tsx";
import { SidebarContent, type SidebarProps } from "#components/shell/sidebar.tsx";
import { Sheet, SheetContent, SheetTitle } from "#components/ui/sheet.tsx";

/**
 * The sidebar on phones. It closes when the page changes. Each page draws the button that opens it, so the drawer itself
 * gives the focus back.
 */
export function MenuDrawer(props: SidebarProps) {
  const t = useTranslations("nav");
  const { open, setOpen } = useMenu();
  const pathname = usePathname();
  const openedFrom = useRef<Element | null>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the path is what this waits for
  useEffect(() => setOpen(false), [pathname]);

  return (
    <Sheet open={open} onOpenChange={setOpen}>
      <SheetContent
        side="left"
        aria-describedby={undefined}
        onOpenAutoFocus={() => {
          openedFrom.current = document.activeElement;
        }}
        onCloseAutoFocus={(event) => {
          event.preventDefault();
          if (openedFrom.current instanceof HTMLElement) openedFrom.current.focus();
        }}
      >
        <SheetTitle className="sr-only">{t("main")}</SheetTitle>
        <SidebarContent {...props} />
      </SheetContent>
    </Sheet>
  );
}
