"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { ArrivedEditor } from "#components/leads/list/arrived-editor.tsx";
import type { FilterKind, OptionKind, ParamsPatch } from "#components/leads/list/filter-kinds.ts";
import { type FilterOption, useFilterOptions } from "#components/leads/list/filter-labels.ts";
import { Button } from "#components/ui/button.tsx";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { Input } from "#components/ui/input.tsx";
import type { LeadListParams } from "#lib/leads/filters.ts";

export interface FilterEditorProps {
  kind: FilterKind;
  params: LeadListParams;
  onChange: (patch: ParamsPatch) => void;
}

/** What changes one filter. */
export function FilterEditor({ kind, params, onChange }: FilterEditorProps) {
  if (kind === "arrived") return <ArrivedEditor params={params} onChange={onChange} />;
  if (kind === "sku") return <SkuEditor sku={params.sku} onChange={onChange} />;
  return <OptionsEditor kind={kind} chosen={params[kind]} onChange={onChange} />;
}

const searchFrom = 9;

interface OptionsEditorProps {
  kind: OptionKind;
  chosen: readonly string[];
  onChange: (patch: ParamsPatch) => void;
}

function OptionsEditor({ kind, chosen, onChange }: OptionsEditorProps) {
  const t = useTranslations("leads.filters");
  const options = useFilterOptions()[kind];
  const [wanted, setWanted] = useState("");
  const shown = options.filter(({ label }) => label.toLowerCase().includes(wanted.trim().toLowerCase()));

  function toggle(value: string, isChosen: boolean): void {
    const others = chosen.filter((one) => one !== value);
    const next = isChosen ? [...others, value] : others;
    onChange({ [kind]: next.length > 0 ? next : null });
  }

  return (
    <fieldset className="grid gap-1">
      <legend className="sr-only">{t(`kinds.${kind}`)}</legend>
      {options.length >= searchFrom && (
        <Input
          aria-label={t("searchOptions")}
          placeholder={t("searchOptions")}
          value={wanted}
          onChange={(event) => setWanted(event.target.value)}
          className="mb-1"
        />
      )}
      <div className="-mx-1 max-h-72 overflow-y-auto px-1">
        {shown.map((option) => (
          <OptionLine
            key={option.value}
            option={option}
            isChosen={chosen.includes(option.value)}
            onChange={(isChosen) => toggle(option.value, isChosen)}
          />
        ))}
        {shown.length === 0 && <p className="px-1 py-2 text-subheading text-sm">{t("noOptions")}</p>}
      </div>
    </fieldset>
  );
}

interface OptionLineProps {
  option: FilterOption;
  isChosen: boolean;
  onChange: (isChosen: boolean) => void;
}

function OptionLine({ option, isChosen, onChange }: OptionLineProps) {
  const id = useId();
  return (
    <div className="flex min-h-8 items-center gap-2.5 rounded-lg px-1 hover:bg-hover max-md:min-h-11">
      <Checkbox id={id} checked={isChosen} onCheckedChange={(checked) => onChange(checked === true)} />
      <label htmlFor={id} className="max-w-64 flex-1 cursor-pointer truncate py-1.5 text-sm">
        {option.label}
      </label>
    </div>
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
