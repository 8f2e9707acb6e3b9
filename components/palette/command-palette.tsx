"use client";

import * as Dialog from "@radix-ui/react-dialog";
import { useTranslations } from "next-intl";
import { PaletteSearchBox } from "#components/palette/palette-search-box.tsx";
import { setPaletteOpen, useShell } from "#components/shell/shell-store.ts";
import { overlayClasses } from "#components/ui/modal.ts";
import { useFocusReturn } from "#components/ui/use-focus-return.ts";

/** Its size never changes with what is found: nothing moves under the pointer. */
const paletteClasses = [
  "fixed z-50 flex flex-col border bg-raised text-body shadow-float outline-none",
  "max-md:inset-x-0 max-md:bottom-0 max-md:h-[88dvh] max-md:rounded-t-xl max-md:border-x-0 max-md:border-b-0",
  "max-md:data-[state=closed]:animate-sheet-down max-md:data-[state=open]:animate-sheet-up",
  "md:top-[12dvh] md:left-1/2 md:h-[min(520px,76dvh)] md:w-[calc(100%-2rem)] md:max-w-[640px] md:-translate-x-1/2 md:rounded-xl",
  "md:data-[state=closed]:animate-rise-out md:data-[state=open]:animate-rise-in",
].join(" ");

/** Searches leads, orders, customers, products and pages at once. */
export function CommandPalette({ hasKeptMails }: { hasKeptMails: boolean }) {
  const t = useTranslations("palette");
  const isOpen = useShell((shell) => shell.isPaletteOpen);
  const focusReturn = useFocusReturn();
  return (
    <Dialog.Root open={isOpen} onOpenChange={setPaletteOpen}>
      <Dialog.Portal>
        <Dialog.Overlay className={overlayClasses} />
        <Dialog.Content className={paletteClasses} aria-describedby={undefined} {...focusReturn}>
          <Dialog.Title className="sr-only">{t("title")}</Dialog.Title>
          <PaletteSearchBox hasKeptMails={hasKeptMails} close={() => setPaletteOpen(false)} />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
