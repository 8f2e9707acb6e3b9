"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { lazy, useEffect, useRef } from "react";
import { usePageKeys } from "#components/keys/page-keys.ts";
import type { ListFilter } from "#components/list/filters/filter.ts";
import { walkByArrows } from "#components/list/filters/walk.ts";
import { Button } from "#components/ui/button.tsx";
import { Popover, PopoverContent, PopoverTrigger } from "#components/ui/popover.tsx";
import { useFetchedAhead } from "#components/ui/use-fetched-ahead.ts";

function loadFilterChoice() {
  return import("#components/list/filters/filter-choice.tsx");
}

const FilterChoice = lazy(() => loadFilterChoice().then((module) => ({ default: module.FilterChoice })));

/** Adds a filter. One that is taken off leaves the focus here. */
export function FilterMenu({ filters, activeCount }: { filters: ListFilter[]; activeCount: number }) {
  const t = useTranslations("table.filters");
  const trigger = useRef<HTMLButtonElement>(null);
  const count = useRef(activeCount);
  useFetchedAhead(loadFilterChoice);
  usePageKeys([{ keys: ["f"], label: t("add"), run: () => trigger.current?.click() }]);

  useEffect(() => {
    const isFewer = activeCount < count.current;
    count.current = activeCount;
    if (isFewer && document.activeElement === document.body) trigger.current?.focus();
  }, [activeCount]);

  return (
    <Popover>
      <PopoverTrigger asChild>
        <Button ref={trigger} variant="ghost" aria-keyshortcuts="F">
          <Plus aria-hidden />
          {t("add")}
        </Button>
      </PopoverTrigger>
      <PopoverContent className="w-auto min-w-56" aria-label={t("add")} onKeyDown={walkByArrows}>
        <FilterChoice filters={filters} />
      </PopoverContent>
    </Popover>
  );
}
