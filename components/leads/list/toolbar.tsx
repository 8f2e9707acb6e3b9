"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { FilterChip } from "#components/data-table/filter-chip.tsx";
import { SearchBox } from "#components/data-table/search-box.tsx";
import { FilterEditor } from "#components/leads/list/filter-editor.tsx";
import {
  filterKinds,
  isActive,
  isNarrowed,
  kindsForAll,
  noFilters,
  type ParamsPatch,
  withoutFilter,
} from "#components/leads/list/filter-kinds.ts";
import { useFilterText } from "#components/leads/list/filter-labels.ts";
import { FilterMenu } from "#components/leads/list/filter-menu.tsx";
import { useRole } from "#components/shell/shell-context.tsx";
import { Button } from "#components/ui/button.tsx";
import { seesEverything } from "#lib/auth/permissions.ts";
import type { LeadListParams } from "#lib/leads/filters.ts";

/** Shorter words find too much to be of use. */
const shortestSearch = 3;

export interface ToolbarProps {
  params: LeadListParams;
  onChange: (patch: ParamsPatch) => void;
  /** What stands at the right. */
  acts: ReactNode;
}

/** What narrows the list down: the search, a chip for each filter, and what adds one. */
export function Toolbar({ params, onChange, acts }: ToolbarProps) {
  const t = useTranslations("leads.filters");
  const textOf = useFilterText();
  const mayAskForAll = seesEverything(useRole());
  const active = filterKinds.filter(
    (kind) => isActive(params, kind) && (mayAskForAll || !kindsForAll.includes(kind)),
  );
  return (
    <div className="flex flex-wrap items-center gap-2">
      <SearchBox
        value={params.q}
        onChange={(q) => onChange({ q: q || null })}
        placeholder={t("search")}
        minLength={shortestSearch}
        className="w-full md:w-[300px]"
      />
      {active.map((kind) => (
        <FilterChip
          key={kind}
          label={t(`kinds.${kind}`)}
          value={textOf(params, kind)}
          onRemove={() => onChange(withoutFilter(kind))}
        >
          <FilterEditor kind={kind} params={params} onChange={onChange} />
        </FilterChip>
      ))}
      <FilterMenu params={params} onChange={onChange} />
      {isNarrowed(params) && (
        <Button variant="ghost" onClick={() => onChange(noFilters)}>
          {t("clear")}
        </Button>
      )}
      <div className="ml-auto flex items-center gap-1">{acts}</div>
    </div>
  );
}
