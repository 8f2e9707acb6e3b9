"use client";

import { createContext, type ReactNode, useContext, useState } from "react";

interface MenuState {
  open: boolean;
  setOpen: (open: boolean) => void;
}

const MenuContext = createContext<MenuState | null>(null);

/** Ties the top bar's menu button, drawn by each page, to the drawer, drawn once by the layout. */
export function ShellProvider({ children }: { children: ReactNode }) {
  const [open, setOpen] = useState(false);
  return <MenuContext value={{ open, setOpen }}>{children}</MenuContext>;
}

export function useMenu(): MenuState {
  const menu = useContext(MenuContext);
  if (!menu) throw new Error("useMenu needs a ShellProvider above it.");
  return menu;
}
