"use client";

import * as Menu from "@radix-ui/react-menu";
import { Check, ChevronRight } from "lucide-react";
import { type ComponentProps, type ReactNode, type RefObject, useEffect, useRef, useState } from "react";
import { cn } from "#components/ui/cn.ts";
import { floatingClasses, menuItemClasses } from "#components/ui/floating.ts";
import { useOverlay } from "#components/ui/overlay-state.tsx";
import { useOverlayFocus } from "#components/ui/use-overlay-focus.ts";

// What a menu consists of, fetched when the first one is about to be opened: see dropdown-menu.tsx.

export const Group = Menu.Group;
export const RadioGroup = Menu.RadioGroup;

const measures = {
  "--radix-dropdown-menu-content-available-height": "var(--radix-popper-available-height)",
  "--radix-dropdown-menu-trigger-width": "var(--radix-popper-anchor-width)",
};

/** Not modal: a menu hides nothing of the page from screen readers and does not stop it from scrolling. */
export function Content({
  className,
  sideOffset = 4,
  children,
  ...props
}: ComponentProps<typeof Menu.Content>) {
  const { open, setOpen, trigger, triggerId, contentId } = useOverlay();
  const focus = useOverlayFocus();
  return (
    <Menu.Root open={open} onOpenChange={setOpen} modal={false}>
      <Menu.Anchor virtualRef={trigger as RefObject<HTMLElement>} />
      <Menu.Portal>
        <Menu.Content
          id={contentId}
          aria-labelledby={triggerId}
          sideOffset={sideOffset}
          collisionPadding={8}
          className={cn(floatingClasses, "base:min-w-44 p-1", className)}
          style={measures}
          {...focus}
          {...props}
        >
          <FocusFirst />
          {children}
        </Menu.Content>
      </Menu.Portal>
    </Menu.Root>
  );
}

export function Sub({ children }: { children: ReactNode }) {
  const [open, setOpen] = useState(false);
  return (
    <Menu.Sub open={open} onOpenChange={setOpen}>
      {children}
    </Menu.Sub>
  );
}

/** Whoever opens a menu by a key goes on with keys, from its first item. Radix can't tell when it was not there for that key. */
function FocusFirst() {
  const { byKey } = useOverlay();
  const place = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    if (!byKey.current) return;
    const menu = place.current?.closest("[role=menu]");
    menu?.querySelector<HTMLElement>("[role^=menuitem]:not([data-disabled])")?.focus();
  }, [byKey]);
  return <span ref={place} hidden />;
}

export interface ItemProps extends ComponentProps<typeof Menu.Item> {
  destructive?: boolean;
}

export function Item({ className, destructive = false, ...props }: ItemProps) {
  return (
    <Menu.Item
      className={cn(
        menuItemClasses,
        destructive && "text-red-text data-[highlighted]:bg-red-tint data-[highlighted]:text-red-text",
        className,
      )}
      {...props}
    />
  );
}

export function RadioItem({ className, children, ...props }: ComponentProps<typeof Menu.RadioItem>) {
  return (
    <Menu.RadioItem className={cn(menuItemClasses, "pe-8", className)} {...props}>
      {children}
      <Menu.ItemIndicator className="absolute end-2">
        <Check aria-hidden className="text-brand-text" />
      </Menu.ItemIndicator>
    </Menu.RadioItem>
  );
}

export function Label({ className, ...props }: ComponentProps<typeof Menu.Label>) {
  return <Menu.Label className={cn("px-2 py-1.5 text-subheading text-xs", className)} {...props} />;
}

export function Separator({ className, ...props }: ComponentProps<typeof Menu.Separator>) {
  return <Menu.Separator className={cn("-mx-1 my-1 h-px bg-border", className)} {...props} />;
}

export function SubTrigger({ className, children, ...props }: ComponentProps<typeof Menu.SubTrigger>) {
  return (
    <Menu.SubTrigger
      className={cn(menuItemClasses, "data-[state=open]:bg-hover data-[state=open]:text-heading", className)}
      {...props}
    >
      {children}
      <ChevronRight aria-hidden className="ms-auto text-subheading" />
    </Menu.SubTrigger>
  );
}

export function SubContent({ className, ...props }: ComponentProps<typeof Menu.SubContent>) {
  return (
    <Menu.Portal>
      <Menu.SubContent
        sideOffset={4}
        collisionPadding={8}
        className={cn(floatingClasses, "base:min-w-44 p-1", className)}
        style={measures}
        {...props}
      />
    </Menu.Portal>
  );
}
