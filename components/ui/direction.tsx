"use client";

import { Provider } from "@radix-ui/react-direction";
import type { ReactNode } from "react";

/** Tells menus, tabs and sliders which way the page is written: arrow keys and what opens to the side follow it. */
export function DirectionProvider({
  direction,
  children,
}: {
  direction: "ltr" | "rtl";
  children: ReactNode;
}) {
  return <Provider dir={direction}>{children}</Provider>;
}
