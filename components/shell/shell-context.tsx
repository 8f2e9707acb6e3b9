"use client";

import { createContext, type ReactNode, useContext, useState } from "react";
import type { Role } from "#lib/base/auth/permissions.ts";

interface ShellState {
  /** The role of the person who looks; what it may do is checked on the server again. */
  role: Role;
  menuOpen: boolean;
  setMenuOpen: (open: boolean) => void;
}

const ShellContext = createContext<ShellState | null>(null);

/** What pages share with the frame around them: who looks, and whether the drawer of the menu is open. */
export function ShellProvider({ role, children }: { role: Role; children: ReactNode }) {
  const [menuOpen, setMenuOpen] = useState(false);
  return <ShellContext value={{ role, menuOpen, setMenuOpen }}>{children}</ShellContext>;
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
export function useMenu(): { open: boolean; setOpen: (open: boolean) => void } {
  const { menuOpen, setMenuOpen } = useShell();
  return { open: menuOpen, setOpen: setMenuOpen };
}
