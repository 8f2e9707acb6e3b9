"use client";

import { ChevronLeft, ChevronRight, Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { FilterEditor } from "#components/leads/list/filter-editor.tsx";
import {
  type FilterKind,
  filterKinds,
  kindsForAll,
  type ParamsPatch,
} from "#components/leads/list/filter-kinds.ts";
import { useRole } from "#components/shell/shell-context.tsx";
import { Button } from "#components/ui/button.tsx";
import { menuItemClasses } from "#components/ui/floating.ts";
import { Popover, PopoverContent, PopoverTrigger } from "#components/ui/popover.tsx";
import { seesEverything } from "#lib/auth/permissions.ts";
import type { LeadListParams } from "#lib/leads/filters.ts";

export interface FilterMenuProps {
  params: LeadListParams;
  onChange: (patch: ParamsPatch) => void;
}

/** Adds a filter: first what it is about, then what it lets through. */
export function FilterMenu({ params, onChange }: FilterMenuProps) {
  const t = useTranslations("leads.filters");
  const [kind, setKind] = useState<FilterKind | null>(null);
  return (
    <Popover onOpenChange={(open) => open && setKind(null)}>
      <PopoverTrigger asChild>
        <Button variant="ghost">
          <Plus aria-hidden />
          {t("add")}
        </Button>
      </PopoverTrigger>
      <PopoverContent className="w-auto min-w-56" aria-label={t("add")}>
        {kind ? (
          <div className="grid gap-2">
            <Button
              variant="ghost"
              size="sm"
              className="-ml-1 justify-self-start"
              onClick={() => setKind(null)}
            >
              <ChevronLeft aria-hidden />
              {t(`kinds.${kind}`)}
            </Button>
            <FilterEditor kind={kind} params={params} onChange={onChange} />
          </div>
        ) : (
          <Kinds onChoose={setKind} />
        )}
      </PopoverContent>
    </Popover>
  );
}

function Kinds({ onChoose }: { onChoose: (kind: FilterKind) => void }) {
  const t = useTranslations("leads.filters");
  const mayAskForAll = seesEverything(useRole());
  const kinds = filterKinds.filter((kind) => mayAskForAll || !kindsForAll.includes(kind));
  return (
    <ul className="-m-2 grid">
      {kinds.map((kind) => (
        <li key={kind}>
          <button
            type="button"
            className={`${menuItemClasses} w-full hover:bg-hover focus-visible:bg-hover`}
            onClick={() => onChoose(kind)}
          >
            {t(`kinds.${kind}`)}
            <ChevronRight aria-hidden className="ml-auto text-subheading" />
          </button>
        </li>
      ))}
    </ul>
  );
}
