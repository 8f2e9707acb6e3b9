"use client";

import { Menu } from "lucide-react";
import { useTranslations } from "next-intl";
import { useMenu } from "#components/shell/shell-context.tsx";
import { Button } from "#components/ui/button.tsx";

export function MenuButton() {
  const t = useTranslations("nav");
  const { open, setOpen } = useMenu();
  return (
    <Button
      variant="ghost"
      size="icon"
      className="-ml-2 max-md:-ml-3.5 lg:hidden"
      aria-label={t("openMenu")}
      aria-haspopup="dialog"
      aria-expanded={open}
      onClick={() => setOpen(true)}
    >
      <Menu aria-hidden />
    </Button>
  );
}
