"use client";

import { create } from "zustand";

interface ShellState {
  /** The drawer of the menu, on phones. */
  isMenuOpen: boolean;
  isPaletteOpen: boolean;
  /** Whether somebody is about to open the palette, so that it is fetched. */
  isPaletteWanted: boolean;
  /** The tab of each module that was open last, by the module's address: its entry in the menu leads back there. */
  lastTabs: Partial<Record<string, string>>;
  /** What was typed for the palette before it was there. */
  typedAhead: string;
}

/** What of the frame is open: neither an address nor anything that the server knows of. */
export const useShell = create<ShellState>()(() => ({
  isMenuOpen: false,
  isPaletteOpen: false,
  isPaletteWanted: false,
  typedAhead: "",
  lastTabs: {},
}));

export function setMenuOpen(isMenuOpen: boolean): void {
  useShell.setState({ isMenuOpen });
}

export function setPaletteOpen(isPaletteOpen: boolean): void {
  useShell.setState({ isPaletteOpen, typedAhead: "" });
}

/** Keeps which tab of a module is open. */
export function rememberTab(module: string, tab: string): void {
  useShell.setState(({ lastTabs }) => ({ lastTabs: { ...lastTabs, [module]: tab } }));
}

/** Has the palette fetched. */
export function wantPalette(): void {
  useShell.setState({ isPaletteWanted: true });
}

/** Keeps a letter for the palette's field. */
export function typeAhead(letter: string): void {
  useShell.setState(({ typedAhead }) => ({ typedAhead: typedAhead + letter }));
}
