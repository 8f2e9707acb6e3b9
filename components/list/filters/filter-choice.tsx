"use client";

import { ChevronLeft, ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import type { ListFilter } from "#components/list/filters/filter.ts";
import { FilterEditor } from "#components/list/filters/filter-editor.tsx";
import { focusWithin } from "#components/list/filters/walk.ts";
import { Button } from "#components/ui/button.tsx";
import { menuItemClasses } from "#components/ui/floating.ts";

/** First what a filter is about, then what it lets through. */
export function FilterChoice({ filters }: { filters: ListFilter[] }) {
  const t = useTranslations("table.filters");
  const [id, setId] = useState<string | null>(null);
  const [isMore, setMore] = useState(false);
  const shown = filters.filter(({ isUnderMore = false }) => isUnderMore === isMore);
  const hasMore = filters.some(({ isUnderMore }) => isUnderMore);
  const chosen = filters.find((filter) => filter.id === id);
  const content = useRef<HTMLDivElement>(null);

  // What was pressed has made room for what is chosen next, which takes the focus on.
  // biome-ignore lint/correctness/useExhaustiveDependencies: other lines are there
  useEffect(() => focusWithin(content.current), [id, isMore]);

  return (
    <div ref={content}>
      {chosen ? (
        <div className="grid gap-2">
          <Button
            data-way-back=""
            variant="ghost"
            size="sm"
            className="-ms-1 justify-self-start"
            onClick={() => setId(null)}
          >
            <ChevronLeft aria-hidden />
            {chosen.label}
          </Button>
          <FilterEditor edit={chosen.edit} />
        </div>
      ) : (
        <ul className="-m-2 grid">
          {isMore && (
            <li>
              <button type="button" data-way-back="" className={lineClasses} onClick={() => setMore(false)}>
                <ChevronLeft aria-hidden className="size-4 text-subheading" />
                {t("less")}
              </button>
            </li>
          )}
          {shown.map((filter) => (
            <li key={filter.id}>
              <FilterLine label={filter.label} onChoose={() => setId(filter.id)} />
            </li>
          ))}
          {!isMore && hasMore && (
            <li>
              <FilterLine label={t("others")} onChoose={() => setMore(true)} />
            </li>
          )}
        </ul>
      )}
    </div>
  );
}

const lineClasses = `${menuItemClasses} w-full hover:bg-hover focus-visible:bg-hover`;

function FilterLine({ label, onChoose }: { label: string; onChoose: () => void }) {
  return (
    <button type="button" className={lineClasses} onClick={onChoose}>
      {label}
      <ChevronRight aria-hidden className="ms-auto size-4 text-subheading" />
    </button>
  );
}
