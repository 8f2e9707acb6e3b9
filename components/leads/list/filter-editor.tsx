"use client";

import { useTranslations } from "next-intl";
import type { FormEvent } from "react";
import { DaysFilter } from "#components/data-table/days-filter.tsx";
import { OptionsFilter } from "#components/data-table/options-filter.tsx";
import type { FilterKind, OptionKind, ParamsPatch } from "#components/leads/list/filter-kinds.ts";
import { useFilterOptions } from "#components/leads/list/filter-labels.ts";
import { Button } from "#components/ui/button.tsx";
import { Input } from "#components/ui/input.tsx";
import type { LeadListParams } from "#lib/leads/filters.ts";

export interface FilterEditorProps {
  kind: FilterKind;
  params: LeadListParams;
  onChange: (patch: ParamsPatch) => void;
}

/** What changes one filter. */
export function FilterEditor({ kind, params, onChange }: FilterEditorProps) {
  if (kind === "arrived") return <DaysFilter from={params.from} to={params.to} onChange={onChange} />;
  if (kind === "sku") return <SkuEditor sku={params.sku} onChange={onChange} />;
  return <OptionsEditor kind={kind} chosen={params[kind]} onChange={onChange} />;
}

interface OptionsEditorProps {
  kind: OptionKind;
  chosen: readonly string[];
  onChange: (patch: ParamsPatch) => void;
}

function OptionsEditor({ kind, chosen, onChange }: OptionsEditorProps) {
  const t = useTranslations("leads.filters");
  return (
    <OptionsFilter
      label={t(`kinds.${kind}`)}
      options={useFilterOptions()[kind]}
      chosen={chosen}
      onChange={(next) => onChange({ [kind]: next.length > 0 ? next : null })}
    />
  );
}

function SkuEditor({ sku, onChange }: { sku: string; onChange: (patch: ParamsPatch) => void }) {
  const t = useTranslations("leads.filters");
  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const text = String(new FormData(event.currentTarget).get("sku")).trim();
    onChange({ sku: text || null });
  }
  return (
    <form onSubmit={submit} className="flex gap-2">
      <Input
        name="sku"
        aria-label={t("kinds.sku")}
        defaultValue={sku}
        maxLength={100}
        className="font-mono"
      />
      <Button type="submit">{t("apply")}</Button>
    </form>
  );
}
