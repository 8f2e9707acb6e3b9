"use client";

import { Check, ChevronDown } from "lucide-react";
import Link from "next/link";
import { useId } from "react";
import { Button } from "#components/ui/button.tsx";
import { PhoneSheet, sheetLineClasses } from "#components/ui/phone-sheet.tsx";
import { TabCount, type TabLinksProps, useActiveTab } from "#components/ui/tab-links.tsx";

/** The tabs on a phone: the one that is open, and under it a sheet of all. */
export function TabChooser({ label, tabs }: TabLinksProps) {
  const id = useId();
  const open = useActiveTab(tabs);
  return (
    <>
      <Button
        popoverTarget={id}
        aria-haspopup="dialog"
        className="min-w-0 flex-1 justify-start px-3 font-semibold text-lg"
      >
        <span className="truncate">{open?.label ?? label}</span>
        {open?.count !== undefined && <TabCount>{open.count}</TabCount>}
        <ChevronDown aria-hidden className="ms-auto text-subheading" />
      </Button>
      <PhoneSheet id={id} title={label} isMenu>
        <ul>
          {tabs.map((tab) => (
            <li key={tab.href}>
              <Link
                href={tab.href}
                aria-current={tab === open ? "page" : undefined}
                className={sheetLineClasses}
              >
                <span className="truncate">{tab.label}</span>
                {tab.count !== undefined && <TabCount>{tab.count}</TabCount>}
                {tab === open && <Check aria-hidden className="ms-auto text-brand-text" />}
              </Link>
            </li>
          ))}
        </ul>
      </PhoneSheet>
    </>
  );
}
