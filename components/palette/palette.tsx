"use client";

import { lazy, useEffect } from "react";
import { setPaletteOpen, typeAhead, useShell, wantPalette } from "#components/shell/shell-store.ts";
import { whenIdle } from "#components/ui/when-idle.ts";
import { WhenOpened } from "#components/ui/when-opened.tsx";

function loadPalette() {
  return import("#components/palette/command-palette.tsx");
}

const CommandPalette = lazy(() => loadPalette().then((module) => ({ default: module.CommandPalette })));

/** The command palette of all pages, and Ctrl-K or Cmd-K that opens and closes it. */
export function Palette({ hasKeptMails }: { hasKeptMails: boolean }) {
  const isOpen = useShell((shell) => shell.isPaletteOpen);
  const isWanted = useShell((shell) => shell.isPaletteWanted);

  useEffect(() => {
    if (isWanted) void loadPalette();
  }, [isWanted]);

  useEffect(() => whenIdle(wantPalette), []);

  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      const isShortcut = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
      if (!isShortcut || event.key.toLowerCase() !== "k") return;
      event.preventDefault();
      setPaletteOpen(!useShell.getState().isPaletteOpen);
    }
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, []);

  return (
    <WhenOpened open={isOpen} fallback={isOpen && <TypedAhead />}>
      <CommandPalette hasKeptMails={hasKeptMails} />
    </WhenOpened>
  );
}

/** Who opens the palette types on at once: while it is fetched, what is typed is kept for its field and does nothing else. */
function TypedAhead() {
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      event.stopPropagation();
      event.preventDefault();
      if (event.key === "Escape") setPaletteOpen(false);
      else if (event.key.length === 1) typeAhead(event.key);
    }
    window.addEventListener("keydown", onKeyDown, { capture: true });
    return () => window.removeEventListener("keydown", onKeyDown, { capture: true });
  }, []);
  return null;
}
