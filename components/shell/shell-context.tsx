"use client";

import { createContext, type ReactNode, useContext, useState } from "react";
import type { Role } from "#lib/base/auth/permissions.ts";

/** Something that opens over the page. */
interface Opening {
  open: boolean;
  setOpen: (open: boolean) => void;
}

interface ShellState {
  /** The role of the person who looks; what it may do is checked on the server again. */
  role: Role;
  menu: Opening;
  palette: Opening;
}

const ShellContext = createContext<ShellState | null>(null);

/** What pages share with the frame around them: who looks, and whether the drawer of the menu and the command palette are open. */
export function ShellProvider({ role, children }: { role: Role; children: ReactNode }) {
  const menu = useOpening();
  const palette = useOpening();
  return <ShellContext value={{ role, menu, palette }}>{children}</ShellContext>;
}

function useOpening(): Opening {
  const [open, setOpen] = useState(false);
  return { open, setOpen };
}

function useShell(): ShellState {
  const shell = useContext(ShellContext);
  if (!shell) throw new Error("useShell needs a ShellProvider above it.");
  return shell;
}

export function useRole(): Role {
  return useShell().role;
}

/** Ties the top bar's menu button, drawn by each page, to the drawer, drawn once by the layout. */
export function useMenu(): Opening {
  return useShell().menu;
}

/** The same for the palette's button and the palette. */
export function usePalette(): Opening {
  return useShell().palette;
}
