"use client";

import { useEffect } from "react";
import { CommandPalette } from "#components/palette/command-palette.tsx";
import { usePalette } from "#components/shell/shell-context.tsx";

/** The command palette of all pages, and Ctrl-K or Cmd-K that opens and closes it. */
export function Palette() {
  const { open, setOpen } = usePalette();

  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      const isShortcut = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
      if (!isShortcut || event.key.toLowerCase() !== "k") return;
      event.preventDefault();
      setOpen(!open);
    }
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, [open, setOpen]);

  return <CommandPalette isOpen={open} setOpen={setOpen} />;
}
