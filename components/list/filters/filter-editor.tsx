"use client";

import { CodeFilter } from "#components/list/filters/code-filter.tsx";
import { DaysFilter } from "#components/list/filters/days-filter.tsx";
import type { FilterEdit } from "#components/list/filters/filter.ts";
import { OptionLine, OptionsFilter } from "#components/list/filters/options-filter.tsx";

/** What changes a filter. */
export function FilterEditor({ edit }: { edit: FilterEdit }) {
  if (edit.kind === "some") return <OptionsFilter {...edit} />;
  if (edit.kind === "days") return <DaysFilter {...edit} />;
  if (edit.kind === "onlyIf") return <OptionLine {...edit} />;
  return <CodeFilter {...edit} />;
}
