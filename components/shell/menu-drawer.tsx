"use client";

import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { useMenu } from "#components/shell/shell-context.tsx";
import { SidebarContent, type SidebarProps } from "#components/shell/sidebar.tsx";
import { Sheet, SheetContent, SheetTitle } from "#components/ui/sheet.tsx";
import { useFocusReturn } from "#components/ui/use-focus-return.ts";

/** The sidebar on phones. It closes when the page changes. */
export function MenuDrawer(props: SidebarProps) {
  const t = useTranslations("nav");
  const { open, setOpen } = useMenu();
  const pathname = usePathname();
  const focusReturn = useFocusReturn();

  // biome-ignore lint/correctness/useExhaustiveDependencies: the path is what this waits for
  useEffect(() => setOpen(false), [pathname]);

  return (
    <Sheet open={open} onOpenChange={setOpen}>
      <SheetContent side="left" aria-describedby={undefined} {...focusReturn}>
        <SheetTitle className="sr-only">{t("main")}</SheetTitle>
        <SidebarContent {...props} />
      </SheetContent>
    </Sheet>
  );
}
