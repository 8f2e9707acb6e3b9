"use client";

import { useTranslations } from "next-intl";
import { Controller, type UseFormReturn, useWatch } from "react-hook-form";
import { CheckRow } from "#components/telegram/check-row.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { Select, SelectContent, SelectItem, SelectTrigger } from "#components/ui/select.tsx";
import { newLeadChoices } from "#lib/telegram/model.ts";
import type { GroupPreferencesInput, GroupPreferencesRequest } from "#lib/telegram/schema.ts";

export interface LeadFieldsProps {
  form: UseFormReturn<GroupPreferencesInput, unknown, GroupPreferencesRequest>;
  stores: { id: string; name: string }[];
  currency: string;
  /** Whether all leads are those of the workspace, and not the person's own. */
  isOfAll?: boolean;
}

/** Of which new leads somebody hears: all, from a value on, of which stores. */
export function LeadFields({ form, stores, currency, isOfAll = false }: LeadFieldsProps) {
  const t = useTranslations("telegram.preferences");
  const [newLeads, muted] = useWatch({ control: form.control, name: ["newLeads", "mutedStores"] });
  const { errors } = form.formState;

  function hear(id: string, isHeard: boolean): void {
    const others = muted.filter((one) => one !== id);
    form.setValue("mutedStores", isHeard ? others : [...others, id], { shouldDirty: true });
  }

  return (
    <>
      <div className="flex flex-wrap items-start gap-4">
        <Field label={t("newLeads")} className="min-w-48 flex-1">
          <Controller
            control={form.control}
            name="newLeads"
            render={({ field }) => (
              <Select value={field.value} onValueChange={field.onChange}>
                <SelectTrigger />
                <SelectContent>
                  {newLeadChoices.map((choice) => (
                    <SelectItem key={choice} value={choice}>
                      {isOfAll && choice === "all" ? t("choices.allOfGroup") : t(`choices.${choice}`)}
                    </SelectItem>
                  ))}
                </SelectContent>
              </Select>
            )}
          />
        </Field>
        {newLeads === "above" && (
          <Field
            label={t("leastValue", { currency })}
            hint={t("leastValueHint")}
            error={errors.leastValue?.message}
            className="min-w-48 flex-1"
          >
            <Input inputMode="decimal" autoComplete="off" {...form.register("leastValue")} />
          </Field>
        )}
      </div>
      {newLeads !== "none" && stores.length > 1 && (
        <fieldset className="grid gap-2">
          <legend className="pb-2 font-medium text-heading text-sm">{t("stores")}</legend>
          <div className="grid max-h-60 gap-3 overflow-y-auto rounded-lg border p-3 sm:grid-cols-2">
            {stores.map(({ id, name }) => (
              <CheckRow
                key={id}
                label={<bdi className="wrap-anywhere font-normal text-body">{name}</bdi>}
                checked={!muted.includes(id)}
                onChange={(isHeard) => hear(id, isHeard)}
              />
            ))}
          </div>
        </fieldset>
      )}
    </>
  );
}
