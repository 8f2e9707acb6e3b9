"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { lazy } from "react";
import type { ListFilter } from "#components/list/filters/filter.ts";
import { Button } from "#components/ui/button.tsx";
import { Popover, PopoverContent, PopoverTrigger } from "#components/ui/popover.tsx";
import { useFetchedAhead } from "#components/ui/use-fetched-ahead.ts";

function loadFilterChoice() {
  return import("#components/list/filters/filter-choice.tsx");
}

const FilterChoice = lazy(() => loadFilterChoice().then((module) => ({ default: module.FilterChoice })));

/** Adds a filter. */
export function FilterMenu({ filters }: { filters: ListFilter[] }) {
  const t = useTranslations("table.filters");
  useFetchedAhead(loadFilterChoice);
  return (
    <Popover>
      <PopoverTrigger asChild>
        <Button variant="ghost">
          <Plus aria-hidden />
          {t("add")}
        </Button>
      </PopoverTrigger>
      <PopoverContent className="w-auto min-w-56" aria-label={t("add")}>
        <FilterChoice filters={filters} />
      </PopoverContent>
    </Popover>
  );
}
