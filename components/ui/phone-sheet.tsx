"use client";

import { type ReactNode, useEffect, useRef } from "react";

export interface PhoneSheetProps {
  /** What the `popoverTarget` of the button that opens it names. */
  id: string;
  title: string;
  /** What stands beside the title. */
  aside?: ReactNode;
  /** Everything in it leads on, so that it closes behind whatever is pressed. */
  isMenu?: boolean;
  /** Stays in sight under what scrolls. */
  footer?: ReactNode;
  children: ReactNode;
}

/**
 * A sheet at the bottom of a phone's screen. The browser itself opens and closes it, so that a tap on its button counts before any script is
 * there.
 */
export function PhoneSheet({ id, title, aside, isMenu = false, footer, children }: PhoneSheetProps) {
  const sheet = useRef<HTMLDivElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);

  useEffect(() => {
    const shown = sheet.current;
    if (!shown || !isMenu) return;
    const closeBehind = ({ target }: Event) => {
      if (!(target instanceof Element && target.closest("a, button"))) return;
      shown.hidePopover();
      // What opens now gives the focus back to what had it. Safari's press gives a button none.
      document.querySelector<HTMLElement>(`[popovertarget="${id}"]`)?.focus();
    };
    shown.addEventListener("click", closeBehind);
    return () => shown.removeEventListener("click", closeBehind);
  }, [id, isMenu]);

  return (
    <div
      ref={sheet}
      id={id}
      popover="auto"
      role="dialog"
      aria-label={title}
      // Screen readers go on in it, and not behind it.
      onToggle={({ newState }) => newState === "open" && heading.current?.focus()}
      className="fixed inset-x-0 top-auto bottom-0 m-0 max-h-[85dvh] w-full max-w-none flex-col overflow-hidden rounded-t-2xl border-t bg-raised p-0 pb-[env(safe-area-inset-bottom)] text-body shadow-float backdrop:bg-overlay open:flex open:animate-sheet-up md:hidden"
    >
      <div className="flex min-h-13 shrink-0 items-center justify-between gap-4 border-b ps-4 pe-4 text-sm text-subheading">
        <h2 ref={heading} tabIndex={-1} className="font-semibold text-base text-heading outline-none">
          {title}
        </h2>
        {aside}
      </div>
      <div className="min-h-0 overflow-y-auto overscroll-contain p-2">{children}</div>
      {footer && <div className="flex shrink-0 gap-2 border-t p-3">{footer}</div>}
    </div>
  );
}

/** A line of a sheet: something to press, as wide as the screen. */
export const sheetLineClasses = [
  "base:flex min-h-12 w-full items-center gap-3 rounded-lg px-3 text-start text-lg text-body leading-6",
  "hover:bg-hover active:bg-hover aria-[current]:font-medium aria-[current]:text-heading",
  "[&>svg]:size-[18px] [&>svg]:shrink-0",
].join(" ");
