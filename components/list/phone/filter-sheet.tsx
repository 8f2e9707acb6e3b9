"use client";

import { ChevronDown, ListFilter as FilterIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { Suspense, useEffect, useId, useRef, useState } from "react";
import type { ListFilter } from "#components/list/filters/filter.ts";
import { LateFilterEditor } from "#components/list/filters/late-filter-editor.ts";
import { Button } from "#components/ui/button.tsx";
import { PhoneSheet, sheetLineClasses } from "#components/ui/phone-sheet.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";

export interface FilterSheetProps {
  filters: ListFilter[];
  /** What is left, such as "472 leads". */
  countText: string;
  onClear: () => void;
}

/** The filters on a phone: an icon that says how many are on, and under it a sheet in which several can be set at once. */
export function FilterSheet({ filters, countText, onClear }: FilterSheetProps) {
  const t = useTranslations("table");
  const id = useId();
  const active = filters.filter(({ text }) => text !== null).length;
  const rare = filters.filter(({ isUnderMore }) => isUnderMore);
  return (
    <>
      <Button
        variant="ghost"
        size="icon"
        popoverTarget={id}
        aria-haspopup="dialog"
        aria-label={t("filters.active", { count: active })}
      >
        <FilterIcon aria-hidden />
        {active > 0 && (
          <span
            aria-hidden
            className="absolute end-0.5 top-0.5 flex h-[18px] min-w-[18px] items-center justify-center rounded-full bg-brand px-1 font-semibold text-[11px] text-brand-contrast tabular-nums"
          >
            {active}
          </span>
        )}
      </Button>
      <PhoneSheet
        id={id}
        title={t("filters.add")}
        aside={
          <span role="status" className="tabular-nums">
            {countText}
          </span>
        }
        footer={
          <>
            <Button className="flex-1" disabled={active === 0} onClick={onClear}>
              {t("nothingMatches.clear")}
            </Button>
            <Button variant="primary" className="flex-1" popoverTarget={id} popoverTargetAction="hide">
              {t("stopSelecting")}
            </Button>
          </>
        }
      >
        {filters
          .filter(({ isUnderMore }) => !isUnderMore)
          .map((filter) => (
            <FilterSection key={filter.id} filter={filter} />
          ))}
        {rare.length > 0 && <p className="px-3 pt-4 pb-1 text-subheading text-sm">{t("filters.others")}</p>}
        {rare.map((filter) => (
          <FilterSection key={filter.id} filter={filter} />
        ))}
      </PhoneSheet>
    </>
  );
}

/** One filter: what it lets through, and unfolded, what changes that. */
function FilterSection({ filter: { label, text, isPlain = false, edit } }: { filter: ListFilter }) {
  const section = useRef<HTMLDetailsElement>(null);
  const [isOpen, setOpen] = useState(false);
  // It may have been unfolded before there were scripts.
  useEffect(() => setOpen(section.current?.open === true), []);
  return (
    <details ref={section} className="group/filter" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className={`${sheetLineClasses} cursor-pointer list-none [&::-webkit-details-marker]:hidden`}>
        <span className="shrink-0">{label}</span>
        {text !== null && !isPlain && (
          <span className="ms-auto min-w-0 truncate text-end font-medium text-heading text-sm">{text}</span>
        )}
        {text !== null && isPlain && (
          <span className="ms-auto size-2 rounded-full bg-brand">
            <span className="sr-only">{text}</span>
          </span>
        )}
        <ChevronDown
          aria-hidden
          className="text-subheading transition-transform group-open/filter:rotate-180 [:not(.ms-auto)+&]:ms-auto"
        />
      </summary>
      <div className="px-3 pt-1 pb-3">
        {isOpen ? (
          <Suspense fallback={waiting}>
            <LateFilterEditor edit={edit} />
          </Suspense>
        ) : (
          waiting
        )}
      </div>
    </details>
  );
}

const waiting = <Skeleton className="h-11" />;
