"use client";

import { createContext, type ReactNode, useContext, useEffect, useState } from "react";
import { CommandPalette } from "#components/shell/command-palette/command-palette.tsx";

const OpenContext = createContext<(() => void) | null>(null);

/** The command palette of all pages, and Ctrl-K or Cmd-K that opens and closes it. */
export function PaletteProvider({ children }: { children: ReactNode }) {
  const [isOpen, setOpen] = useState(false);

  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      const isShortcut = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
      if (!isShortcut || event.key.toLowerCase() !== "k") return;
      event.preventDefault();
      setOpen((wasOpen) => !wasOpen);
    }
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, []);

  return (
    <OpenContext value={() => setOpen(true)}>
      {children}
      <CommandPalette isOpen={isOpen} setOpen={setOpen} />
    </OpenContext>
  );
}

export function useOpenPalette(): () => void {
  const open = useContext(OpenContext);
  if (!open) throw new Error("useOpenPalette needs a PaletteProvider above it.");
  return open;
}
