"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { FilterEdit } from "#components/list/filters/filter.ts";
import { LateFilterEditor } from "#components/list/filters/late-filter-editor.ts";
import { walkByArrows } from "#components/list/filters/walk.ts";
import { cn } from "#components/ui/cn.ts";
import { Popover, PopoverContent, PopoverTrigger } from "#components/ui/popover.tsx";

export interface FilterChipProps {
  label: string;
  /** Such as "Lumea.ro, Casa Vie +2". */
  value: string;
  /** The label says all that the value does. */
  isPlain: boolean;
  /** Has room for one of the two, where the screen is not very wide. */
  isTight: boolean;
  edit: FilterEdit;
  onRemove: () => void;
}

const hiddenClasses = "md:max-[1680px]:sr-only";

/** A filter that is on: what it is about, what it lets through, a way to change it and one to take it off. */
export function FilterChip({ label, value, isPlain, isTight, edit, onRemove }: FilterChipProps) {
  const t = useTranslations("table");
  return (
    <Popover>
      <div className="flex h-8 min-w-24 max-w-full items-center rounded-lg border border-border-control bg-surface text-sm max-md:h-11 max-md:shrink-0">
        <PopoverTrigger className="flex h-full min-w-0 items-center gap-2 rounded-s-lg pe-1 ps-3 hover:bg-hover">
          <span className={cn("min-w-0 truncate text-subheading", isTight && !isPlain && hiddenClasses)}>
            {label}
          </span>
          <span
            className={cn(
              "min-w-0 max-w-64 truncate font-medium text-heading",
              isTight && isPlain && hiddenClasses,
            )}
          >
            {value}
          </span>
        </PopoverTrigger>
        <button
          type="button"
          aria-label={t("removeFilter", { name: label })}
          onClick={onRemove}
          className="flex h-full w-8 shrink-0 items-center justify-center rounded-e-lg text-subheading hover:bg-hover hover:text-heading max-md:w-11"
        >
          <X aria-hidden className="size-3.5" />
        </button>
      </div>
      <PopoverContent className="w-auto min-w-56" aria-label={label} onKeyDown={walkByArrows}>
        <LateFilterEditor edit={edit} />
      </PopoverContent>
    </Popover>
  );
}
