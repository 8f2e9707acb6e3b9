import Link from "next/link";
import type { ReactNode } from "react";
import { tabClasses, tabListClasses } from "#components/ui/tab-classes.ts";

export interface TabLink {
  href: string;
  label: ReactNode;
  count?: ReactNode;
  active: boolean;
}

/** Tabs that are pages: each has an address, so the back button works. */
export function TabLinks({ label, tabs }: { label: string; tabs: TabLink[] }) {
  return (
    <nav aria-label={label} className={tabListClasses}>
      {tabs.map((tab) => (
        <Link
          key={tab.href}
          href={tab.href}
          aria-current={tab.active ? "page" : undefined}
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
function TabCount({ children }: { children: ReactNode }) {
  return (
    <span className="rounded-full bg-gray-tint px-2 text-gray-text text-xs tabular-nums leading-5 group-aria-[current=page]:bg-green-tint group-data-[state=active]:bg-green-tint group-aria-[current=page]:text-green-text group-data-[state=active]:text-green-text">
      {children}
    </span>
  );
}
