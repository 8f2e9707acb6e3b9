"use client";

import { type ComponentProps, lazy } from "react";
import { OverlayProvider, useOverlay } from "#components/ui/overlay-state.tsx";
import { OverlayTrigger, type OverlayTriggerProps } from "#components/ui/overlay-trigger.tsx";
import { WhenOpened } from "#components/ui/when-opened.tsx";

/** Fetches what menus consist of. */
export function loadMenus() {
  return import("#components/ui/menu-parts.tsx");
}

const Content = lazy(() => loadMenus().then((parts) => ({ default: parts.Content })));

export const DropdownMenu = OverlayProvider;
export const DropdownMenuItem = lazy(() => loadMenus().then((parts) => ({ default: parts.Item })));
export const DropdownMenuLabel = lazy(() => loadMenus().then((parts) => ({ default: parts.Label })));
export const DropdownMenuGroup = lazy(() => loadMenus().then((parts) => ({ default: parts.Group })));
export const DropdownMenuSeparator = lazy(() => loadMenus().then((parts) => ({ default: parts.Separator })));
export const DropdownMenuRadioGroup = lazy(() =>
  loadMenus().then((parts) => ({ default: parts.RadioGroup })),
);
export const DropdownMenuRadioItem = lazy(() => loadMenus().then((parts) => ({ default: parts.RadioItem })));
export const DropdownMenuSub = lazy(() => loadMenus().then((parts) => ({ default: parts.Sub })));
export const DropdownMenuSubTrigger = lazy(() =>
  loadMenus().then((parts) => ({ default: parts.SubTrigger })),
);
export const DropdownMenuSubContent = lazy(() =>
  loadMenus().then((parts) => ({ default: parts.SubContent })),
);

export function DropdownMenuTrigger(props: OverlayTriggerProps) {
  return <OverlayTrigger opens="menu" load={loadMenus} {...props} />;
}

export function DropdownMenuContent(props: ComponentProps<typeof Content>) {
  return (
    <WhenOpened open={useOverlay().open}>
      <Content {...props} />
    </WhenOpened>
  );
}
