"use client";

import { Menu } from "lucide-react";
import { useTranslations } from "next-intl";
import { loadDrawer } from "#components/shell/menu-drawer.tsx";
import { setMenuOpen, useShell } from "#components/shell/shell-store.ts";
import { Button } from "#components/ui/button.tsx";

export function MenuButton() {
  const t = useTranslations("nav");
  const open = useShell((shell) => shell.isMenuOpen);
  return (
    <Button
      variant="ghost"
      size="icon"
      className="-ms-2 max-md:-ms-3.5 lg:hidden"
      aria-label={t("openMenu")}
      aria-haspopup="dialog"
      aria-expanded={open}
      onPointerEnter={() => void loadDrawer()}
      onFocus={() => void loadDrawer()}
      onClick={() => setMenuOpen(true)}
    >
      <Menu aria-hidden />
    </Button>
  );
}
