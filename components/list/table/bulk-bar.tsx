"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { SelectMatching, type SelectMatchingProps } from "#components/list/table/select-matching.tsx";
import { Button } from "#components/ui/button.tsx";

export interface BulkBarProps {
  count: number;
  onClear: () => void;
  /** What selects the rows of the other pages, too; left out where there are none, or all are selected. */
  matching?: SelectMatchingProps | undefined;
  /** What can be done with the selected rows. */
  children: ReactNode;
}

/** Floats at the bottom while rows are selected. */
export function BulkBar({ count, onClear, matching, children }: BulkBarProps) {
  const t = useTranslations("table");
  return (
    <>
      {/* Room to scroll the last row out from under the bar. */}
      <div aria-hidden className="h-14" />
      <div className="pointer-events-none fixed inset-x-0 bottom-(--banner-height) z-30 flex justify-center p-4 pb-[max(1rem,env(safe-area-inset-bottom))] lg:start-sidebar">
        <div
          role="toolbar"
          aria-label={t("withSelected")}
          className="pointer-events-auto grid min-w-0 animate-rise-in rounded-xl border bg-raised p-2 ps-4 shadow-float"
        >
          {matching && <SelectMatching {...matching} />}
          <div className="flex min-w-0 items-center gap-2">
            <span
              role="status"
              className="shrink-0 whitespace-nowrap pe-1 font-medium text-heading text-sm tabular-nums"
            >
              {t("selected", { count })}
            </span>
            <div className="flex min-w-0 items-center gap-2 overflow-x-auto p-0.5 [scrollbar-width:none]">
              {children}
            </div>
            <Button
              variant="ghost"
              size="icon"
              className="ms-auto"
              aria-label={t("clearSelection")}
              onClick={onClear}
            >
              <X aria-hidden />
            </Button>
          </div>
        </div>
      </div>
    </>
  );
}
