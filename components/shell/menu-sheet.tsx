"use client";

import { useTranslations } from "next-intl";
import { setMenuOpen, useShell } from "#components/shell/shell-store.ts";
import { SidebarContent, type SidebarProps } from "#components/shell/sidebar.tsx";
import { Sheet, SheetContent, SheetTitle } from "#components/ui/sheet.tsx";
import { useFocusReturn } from "#components/ui/use-focus-return.ts";

/** The drawer itself, fetched when it is about to be opened. */
export function MenuSheet(props: SidebarProps) {
  const t = useTranslations("nav");
  const open = useShell((shell) => shell.isMenuOpen);
  const focusReturn = useFocusReturn();

  return (
    <Sheet open={open} onOpenChange={setMenuOpen}>
      <SheetContent side="left" aria-describedby={undefined} {...focusReturn}>
        <SheetTitle className="sr-only">{t("main")}</SheetTitle>
        <SidebarContent {...props} />
      </SheetContent>
    </Sheet>
  );
}
