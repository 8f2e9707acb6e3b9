"use client";

import { Moon, Sun } from "lucide-react";
import { useTranslations } from "next-intl";
import { useTheme } from "next-themes";
import { Button } from "#components/ui/button.tsx";

/** Light to dark and back. Both icons are drawn and CSS shows one, since the server does not know the theme. */
export function ThemeToggle({ className }: { className?: string }) {
  const t = useTranslations("theme");
  const { resolvedTheme, setTheme } = useTheme();
  return (
    <Button
      variant="ghost"
      size="icon"
      className={className}
      aria-label={t("change")}
      onClick={() => setTheme(resolvedTheme === "dark" ? "light" : "dark")}
    >
      <Moon aria-hidden strokeWidth={1.75} className="dark:hidden" />
      <Sun aria-hidden strokeWidth={1.75} className="hidden dark:block" />
    </Button>
  );
}
