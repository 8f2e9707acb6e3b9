"use client";

import Link from "next/link";
import { type ReactNode, useEffect, useRef } from "react";
import { cn } from "#components/ui/cn.ts";
import { useGoing } from "#components/ui/going.tsx";
import { tabClasses, tabListClasses } from "#components/ui/tab-classes.ts";

export interface TabLink {
  href: string;
  label: ReactNode;
  count?: ReactNode;
  active: boolean;
}

export interface TabLinksProps {
  label: string;
  tabs: TabLink[];
}

/** The tab that is open, or was pressed. */
export function useActiveTab(tabs: TabLink[]): TabLink | undefined {
  const { to } = useGoing();
  return tabs.find((tab) => tab.href === to) ?? tabs.find((tab) => tab.active);
}

/** Tabs that are pages: each has an address, so the back button works. One that is pressed is active at once. */
export function TabLinks({ label, tabs }: TabLinksProps) {
  const list = useRef<HTMLElement>(null);
  const active = useActiveTab(tabs);
  const activeHref = active?.href;

  // On phones the tabs reach from edge to edge of the page, and the active one may lie beyond.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another tab became active
  useEffect(() => {
    const tab = list.current?.querySelector<HTMLElement>("[aria-current]");
    if (tab && list.current)
      list.current.scrollLeft = tab.offsetLeft - list.current.clientWidth / 2 + tab.offsetWidth / 2;
  }, [activeHref]);

  return (
    <nav ref={list} aria-label={label} className={cn("relative max-md:-mx-4 max-md:px-4", tabListClasses)}>
      {tabs.map((tab) => (
        <Link
          key={tab.href}
          href={tab.href}
          aria-current={tab === active ? "page" : undefined}
          className={tabClasses}
        >
          {tab.label}
          {tab.count !== undefined && <TabCount>{tab.count}</TabCount>}
        </Link>
      ))}
    </nav>
  );
}

/** The number beside a tab's word; green on the active tab. */
export function TabCount({ children }: { children: ReactNode }) {
  return (
    <span className="rounded-full bg-gray-tint px-2 text-gray-text text-xs tabular-nums leading-5 group-aria-[current=page]:bg-green-tint group-data-[state=active]:bg-green-tint group-aria-[current=page]:text-green-text group-data-[state=active]:text-green-text">
      {children}
    </span>
  );
}
