"use client";

import { Monitor, Moon, Sun } from "lucide-react";
import { useTranslations } from "next-intl";
import { useTheme } from "next-themes";
import {
  DropdownMenuLabel,
  DropdownMenuRadioGroup,
  DropdownMenuRadioItem,
} from "#components/ui/dropdown-menu.tsx";

/** The themes that there are, in their order. */
export const themeChoices = [
  { id: "light", icon: Sun },
  { id: "dark", icon: Moon },
  { id: "system", icon: Monitor },
] as const;

/** Light, dark or the system's, inside a menu. */
export function ThemeChoice() {
  const t = useTranslations("theme");
  const { theme, setTheme } = useTheme();
  return (
    <>
      <DropdownMenuLabel>{t("title")}</DropdownMenuLabel>
      <DropdownMenuRadioGroup value={theme} onValueChange={setTheme}>
        {themeChoices.map(({ id, icon: Icon }) => (
          <DropdownMenuRadioItem key={id} value={id}>
            <Icon aria-hidden strokeWidth={1.75} />
            {t(id)}
          </DropdownMenuRadioItem>
        ))}
      </DropdownMenuRadioGroup>
    </>
  );
}
