"use client";

import { type ComponentProps, lazy } from "react";
import { OverlayProvider, useOverlay } from "#components/ui/overlay-state.tsx";
import { OverlayTrigger, type OverlayTriggerProps } from "#components/ui/overlay-trigger.tsx";
import { WhenOpened } from "#components/ui/when-opened.tsx";

/** Fetches what a popover consists of. */
export function loadPopovers() {
  return import("#components/ui/popover-content.tsx");
}

const Content = lazy(() => loadPopovers().then((parts) => ({ default: parts.Content })));

export const Popover = OverlayProvider;

export function PopoverTrigger(props: OverlayTriggerProps) {
  return <OverlayTrigger opens="dialog" load={loadPopovers} {...props} />;
}

export function PopoverContent(props: ComponentProps<typeof Content>) {
  return (
    <WhenOpened open={useOverlay().open}>
      <Content {...props} />
    </WhenOpened>
  );
}
