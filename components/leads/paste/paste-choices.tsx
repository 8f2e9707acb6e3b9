"use client";

import { useTranslations } from "next-intl";
import type { Pasted } from "#components/leads/paste/use-pasted.ts";
import { Button } from "#components/ui/button.tsx";
import { Select, SelectContent, SelectItem, SelectTrigger } from "#components/ui/select.tsx";
import type { LeadActName } from "#lib/leads/acts.ts";

export interface PasteChoicesProps {
  acts: LeadActName[];
  act: LeadActName;
  onAct: (act: LeadActName) => void;
  stores: { id: string; name: string }[];
  storeId: string | null;
  onStore: (storeId: string | null) => void;
  pasted: Pasted;
  onColumn: (column: number) => void;
}

const anyStore = "any";

/** What is to be done with the list, of which store it is, and which column of it holds the numbers. */
export function PasteChoices({
  acts,
  act,
  onAct,
  stores,
  storeId,
  onStore,
  pasted,
  onColumn,
}: PasteChoicesProps) {
  const t = useTranslations("paste");
  const names = useTranslations("leads.acts");
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-3">
      <fieldset className="flex flex-wrap gap-1.5">
        <legend className="sr-only">{t("act")}</legend>
        {acts.map((one) => (
          <Button
            key={one}
            size="sm"
            variant="outline"
            aria-pressed={one === act}
            className="max-md:h-11 aria-pressed:border-brand aria-pressed:bg-green-tint aria-pressed:text-green-text"
            onClick={() => onAct(one)}
          >
            {names(one)}
          </Button>
        ))}
      </fieldset>
      {stores.length > 1 && (
        <Select value={storeId ?? anyStore} onValueChange={(id) => onStore(id === anyStore ? null : id)}>
          <SelectTrigger aria-label={t("store")} className="w-auto min-w-44" />
          <SelectContent>
            <SelectItem value={anyStore}>{t("anyStore")}</SelectItem>
            {stores.map(({ id, name }) => (
              <SelectItem key={id} value={id}>
                {name}
              </SelectItem>
            ))}
          </SelectContent>
        </Select>
      )}
      {pasted.columns.length > 1 && (
        <Select value={String(pasted.column)} onValueChange={(column) => onColumn(Number(column))}>
          <SelectTrigger aria-label={t("column")} className="w-auto min-w-44" />
          <SelectContent>
            {pasted.columns.map((numbers, column) => (
              <SelectItem key={numbers.join()} value={String(column)}>
                {t("columnOf", { column: column + 1, example: numbers[0] ?? "" })}
              </SelectItem>
            ))}
          </SelectContent>
        </Select>
      )}
    </div>
  );
}
