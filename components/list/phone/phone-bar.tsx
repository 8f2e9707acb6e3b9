"use client";

import type { ReactNode } from "react";
import { TabChooser } from "#components/list/phone/tab-chooser.tsx";
import { cn } from "#components/ui/cn.ts";
import type { TabLinksProps } from "#components/ui/tab-links.tsx";

export interface PhoneBarProps {
  tabs?: TabLinksProps | undefined;
  search: ReactNode;
  /** The filters, and what else is done with the list. */
  children: ReactNode;
  className?: string | undefined;
}

/** All that stands above a list's cards on a phone, in one line: the tab, the search, and the icons that open the rest. */
export function PhoneBar({ tabs, search, children, className }: PhoneBarProps) {
  return (
    <div className={cn("relative flex items-center gap-1", className)}>
      {tabs && <TabChooser {...tabs} />}
      {search}
      {children}
    </div>
  );
}
