"use client";

import { Slot } from "@radix-ui/react-slot";
import type { ComponentProps, RefObject } from "react";
import { useOverlay } from "#components/ui/overlay-state.tsx";

type Handled = "ref" | "onPointerEnter" | "onFocus" | "onPointerDown" | "onKeyDown" | "onClick";

export interface OverlayTriggerProps extends Omit<ComponentProps<"button">, Handled> {
  /** Makes the only child the button. */
  asChild?: boolean;
}

interface Behaviour {
  opens: "menu" | "dialog";
  /** Fetches what is opened. */
  load: () => void;
}

/** The button that opens what floats. A menu opens as the button is pressed, or by the arrow down; all else when it is clicked. */
export function OverlayTrigger({ asChild = false, opens, load, ...props }: OverlayTriggerProps & Behaviour) {
  const { open, setOpen, trigger, triggerId, contentId, byKey } = useOverlay();
  const Part = asChild ? Slot : "button";
  const isMenu = opens === "menu";
  return (
    <Part
      type="button"
      id={triggerId}
      aria-haspopup={opens}
      aria-expanded={open}
      aria-controls={open ? contentId : undefined}
      data-state={open ? "open" : "closed"}
      {...props}
      ref={trigger as RefObject<HTMLButtonElement | null>}
      onPointerEnter={load}
      onFocus={load}
      onPointerDown={(event) => {
        load();
        byKey.current = false;
        if (!isMenu || event.button !== 0 || event.ctrlKey || event.currentTarget.disabled) return;
        setOpen(!open);
        // The focus goes into the menu, not to the button.
        if (!open) event.preventDefault();
      }}
      onKeyDown={(event) => {
        byKey.current = true;
        if (!isMenu || event.currentTarget.disabled) return;
        if (event.key === "Enter" || event.key === " ") setOpen(!open);
        else if (event.key === "ArrowDown") setOpen(true);
        else return;
        event.preventDefault();
      }}
      onClick={() => {
        if (!isMenu) setOpen(!open);
      }}
    />
  );
}
