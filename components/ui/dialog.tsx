"use client";

import { type ComponentProps, lazy } from "react";
import { cn } from "#components/ui/cn.ts";
import { OverlayProvider, useOverlay } from "#components/ui/overlay-state.tsx";
import { OverlayTrigger, type OverlayTriggerProps } from "#components/ui/overlay-trigger.tsx";
import { WhenOpened } from "#components/ui/when-opened.tsx";

/** Fetches what dialogs consist of. */
export function loadDialogs() {
  return import("#components/ui/dialog-parts.tsx");
}

const Content = lazy(() => loadDialogs().then((parts) => ({ default: parts.Content })));

export const Dialog = OverlayProvider;
export const DialogTitle = lazy(() => loadDialogs().then((parts) => ({ default: parts.Title })));
export const DialogDescription = lazy(() => loadDialogs().then((parts) => ({ default: parts.Description })));

export function DialogTrigger(props: OverlayTriggerProps) {
  return <OverlayTrigger opens="dialog" load={loadDialogs} {...props} />;
}

/** A dialog in the middle of the screen; on phones, a sheet from the bottom. */
export function DialogContent(props: ComponentProps<typeof Content>) {
  return (
    <WhenOpened open={useOverlay().open}>
      <Content {...props} />
    </WhenOpened>
  );
}

export function DialogHeader({ className, ...props }: ComponentProps<"div">) {
  return <div className={cn("grid gap-1 pe-10", className)} {...props} />;
}

/** The acts, the main one last; on phones they stack, the main one on top. */
export function DialogFooter({ className, ...props }: ComponentProps<"div">) {
  return (
    <div className={cn("flex flex-col-reverse gap-2 md:flex-row md:justify-end", className)} {...props} />
  );
}
