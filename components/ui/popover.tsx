"use client";

import { type ComponentProps, lazy, Suspense } from "react";
import { OverlayProvider, useOverlay, useWasOpen } from "#components/ui/overlay-state.tsx";
import { OverlayTrigger, type OverlayTriggerProps } from "#components/ui/overlay-trigger.tsx";

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
  if (!useWasOpen(useOverlay().open)) return null;
  return (
    <Suspense>
      <Content {...props} />
    </Suspense>
  );
}
