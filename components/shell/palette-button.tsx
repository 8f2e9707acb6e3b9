"use client";

import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { useSyncExternalStore } from "react";
import { setPaletteOpen, wantPalette } from "#components/shell/shell-store.ts";
import { Button } from "#components/ui/button.tsx";
import { Kbd } from "#components/ui/kbd.tsx";

/** Opens the command palette: a field to click into on a laptop, an icon on a phone. */
export function PaletteButton() {
  const t = useTranslations("palette");
  return (
    <>
      <Button
        variant="outline"
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+K Meta+K"
        className="w-64 justify-start border-border-control font-normal text-subheading max-md:hidden xl:w-72"
        {...opening}
      >
        <Search aria-hidden />
        {t("open")}
        <Kbd className="ms-auto" aria-hidden>
          {useShortcut()}
        </Kbd>
      </Button>
      <Button
        variant="ghost"
        size="icon"
        aria-haspopup="dialog"
        aria-label={t("openShort")}
        className="md:hidden"
        {...opening}
      >
        <Search aria-hidden />
      </Button>
    </>
  );
}

const opening = {
  onPointerEnter: wantPalette,
  onFocus: wantPalette,
  onClick: () => setPaletteOpen(true),
};

const neverChanges = () => () => undefined;

/** The server can't know whose keyboard it is. */
function useShortcut(): string {
  const isMac = useSyncExternalStore(
    neverChanges,
    () => /Mac|iPhone|iPad/.test(navigator.platform),
    () => false,
  );
  return isMac ? "⌘ K" : "Ctrl K";
}
