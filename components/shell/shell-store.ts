"use client";

import { create } from "zustand";

interface ShellState {
  /** The drawer of the menu, on phones. */
  isMenuOpen: boolean;
  isPaletteOpen: boolean;
  /** What was typed for the palette before it was there. */
  typedAhead: string;
}

/** What of the frame is open: neither an address nor anything that the server knows of. */
export const useShell = create<ShellState>()(() => ({
  isMenuOpen: false,
  isPaletteOpen: false,
  typedAhead: "",
}));

export function setMenuOpen(isMenuOpen: boolean): void {
  useShell.setState({ isMenuOpen });
}

export function setPaletteOpen(isPaletteOpen: boolean): void {
  useShell.setState({ isPaletteOpen, typedAhead: "" });
}

/** Keeps a letter for the palette's field. */
export function typeAhead(letter: string): void {
  useShell.setState(({ typedAhead }) => ({ typedAhead: typedAhead + letter }));
}
