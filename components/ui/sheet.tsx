"use client";

import * as DialogPrimitive from "@radix-ui/react-dialog";
import type { ComponentProps } from "react";
import { cn } from "#components/ui/cn.ts";
import { overlayClasses } from "#components/ui/modal.ts";

export const Sheet = DialogPrimitive.Root;
export const SheetTitle = DialogPrimitive.Title;

const sideClasses = {
  left: "left-0 w-[280px] border-r data-[state=closed]:animate-drawer-out data-[state=open]:animate-drawer-in",
  right:
    "right-0 w-[400px] border-l data-[state=closed]:animate-panel-out data-[state=open]:animate-panel-in",
};

export interface SheetContentProps extends ComponentProps<typeof DialogPrimitive.Content> {
  side?: "left" | "right";
}

/** A drawer at one side of the screen, full height. */
export function SheetContent({ side = "right", className, ...props }: SheetContentProps) {
  return (
    <DialogPrimitive.Portal>
      <DialogPrimitive.Overlay className={overlayClasses} />
      <DialogPrimitive.Content
        className={cn(
          "fixed inset-y-0 z-50 flex max-w-[85vw] flex-col overflow-y-auto bg-background shadow-float outline-none",
          sideClasses[side],
          className,
        )}
        {...props}
      />
    </DialogPrimitive.Portal>
  );
}
