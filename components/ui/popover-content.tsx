"use client";

import * as Popover from "@radix-ui/react-popover";
import type { ComponentProps, RefObject } from "react";
import { cn } from "#components/ui/cn.ts";
import { floatingClasses } from "#components/ui/floating.ts";
import { useOverlay } from "#components/ui/overlay-state.tsx";
import { useOverlayFocus } from "#components/ui/use-overlay-focus.ts";

/** What a popover shows, fetched when the first one is about to be opened: see popover.tsx. */
export function Content({
  className,
  align = "start",
  sideOffset = 4,
  ...props
}: ComponentProps<typeof Popover.Content>) {
  const { open, setOpen, trigger, contentId } = useOverlay();
  const focus = useOverlayFocus();
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Anchor virtualRef={trigger as RefObject<HTMLElement>} />
      <Popover.Portal>
        <Popover.Content
          id={contentId}
          align={align}
          sideOffset={sideOffset}
          collisionPadding={8}
          className={cn(
            floatingClasses,
            "max-h-(--radix-popover-content-available-height) base:w-72 overflow-y-auto base:p-3",
            className,
          )}
          {...focus}
          {...props}
        />
      </Popover.Portal>
    </Popover.Root>
  );
}
