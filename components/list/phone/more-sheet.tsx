"use client";

import { Check, Ellipsis, ListChecks } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";
import type { SortChoice } from "#components/list/table/sort-menu.tsx";
import { Button } from "#components/ui/button.tsx";
import { cn } from "#components/ui/cn.ts";
import { PhoneSheet, sheetLineClasses } from "#components/ui/phone-sheet.tsx";

/** Makes lines of the buttons that stand beside the filters on a laptop. */
const linesClasses =
  "[&>button]:min-h-12 [&>button]:justify-start [&>button]:gap-3 [&>button]:px-3 [&>button]:text-lg [&>button]:font-normal";

export interface MoreSheetProps {
  /** The orders that the list can have. */
  sortChoices: SortChoice[];
  /** Begins to select rows; left out where they can't be. */
  onSelect?: (() => void) | undefined;
  /** What else is done with the list as a whole. */
  children: ReactNode;
}

/** What a phone has no room for beside a list's search and filters: its order, selecting, keeping it as a view, exporting it. */
export function MoreSheet({ sortChoices, onSelect, children }: MoreSheetProps) {
  const t = useTranslations("table");
  const id = useId();
  return (
    <>
      <Button
        variant="ghost"
        size="icon"
        popoverTarget={id}
        aria-haspopup="dialog"
        aria-label={t("orderAndMore")}
      >
        <Ellipsis aria-hidden />
      </Button>
      <PhoneSheet id={id} title={t("orderAndMore")} isMenu>
        <ul className="border-b pb-2">
          {sortChoices.map(({ sort, href, isCurrent }) => (
            <li key={sort}>
              <Link
                href={href}
                scroll={false}
                aria-current={isCurrent || undefined}
                className={sheetLineClasses}
              >
                {t(`sorts.${sort}`)}
                {isCurrent && <Check aria-hidden className="ms-auto text-brand-text" />}
              </Link>
            </li>
          ))}
        </ul>
        <div className={cn("grid pt-2", linesClasses)}>
          {onSelect && (
            <button type="button" className={sheetLineClasses} onClick={onSelect}>
              <ListChecks aria-hidden />
              {t("startSelecting")}
            </button>
          )}
          {children}
        </div>
      </PhoneSheet>
    </>
  );
}
