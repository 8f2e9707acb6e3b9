"use client";

import * as Dialog from "@radix-ui/react-dialog";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { Button } from "#components/ui/button.tsx";
import { cn } from "#components/ui/cn.ts";
import { modalClasses, overlayClasses } from "#components/ui/modal.ts";
import { useOverlay } from "#components/ui/overlay-state.tsx";
import { useFocusReturn } from "#components/ui/use-focus-return.ts";

// What a dialog consists of, fetched when the first one is about to be opened: see dialog.tsx.

export function Content({
  className,
  children,
  onOpenAutoFocus,
  ...props
}: ComponentProps<typeof Dialog.Content>) {
  const t = useTranslations("common");
  const { open, setOpen, contentId } = useOverlay();
  const focus = useFocusReturn();
  return (
    <Dialog.Root open={open} onOpenChange={setOpen}>
      <Dialog.Portal>
        <Dialog.Overlay className={overlayClasses} />
        <Dialog.Content
          id={contentId}
          className={cn(modalClasses, className)}
          onOpenAutoFocus={(event) => {
            focus.onOpenAutoFocus();
            onOpenAutoFocus?.(event);
          }}
          onCloseAutoFocus={focus.onCloseAutoFocus}
          {...props}
        >
          {children}
          <Dialog.Close asChild>
            <Button variant="ghost" size="icon-sm" className="absolute top-3 end-3" aria-label={t("close")}>
              <X aria-hidden />
            </Button>
          </Dialog.Close>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

export function Title({ className, ...props }: ComponentProps<typeof Dialog.Title>) {
  return <Dialog.Title className={cn("font-semibold text-heading text-lg", className)} {...props} />;
}

export function Description({ className, ...props }: ComponentProps<typeof Dialog.Description>) {
  return <Dialog.Description className={cn("text-sm text-subheading", className)} {...props} />;
}
