"use client";

import { useFormatter, useTranslations } from "next-intl";
import { Controller, type UseFormReturn, useForm, useWatch } from "react-hook-form";
import { CheckRow } from "#components/telegram/check-row.tsx";
import { LeadFields } from "#components/telegram/lead-fields.tsx";
import { QuietFields } from "#components/telegram/quiet-fields.tsx";
import { quietFields } from "#components/telegram/time-of-day.ts";
import { Alert } from "#components/ui/alert.tsx";
import { Button } from "#components/ui/button.tsx";
import { Card, CardDescription, CardFooter, CardHeader, CardTitle } from "#components/ui/card.tsx";
import { Field } from "#components/ui/field.tsx";
import { schemaResolver } from "#components/ui/schema-resolver.ts";
import { Select, SelectContent, SelectItem, SelectTrigger } from "#components/ui/select.tsx";
import { toast } from "#components/ui/toast.ts";
import { useFormAction } from "#components/ui/use-form-action.tsx";
import { savePreferencesAction } from "#lib/telegram/actions.ts";
import { type Hearable, type Preferences, summaryRange } from "#lib/telegram/model.ts";
import type {
  GroupPreferencesInput,
  GroupPreferencesRequest,
  PreferencesInput,
  PreferencesRequest,
} from "#lib/telegram/schema.ts";

const resolver = schemaResolver(() =>
  import("#lib/telegram/schema.ts").then((module) => module.preferencesSchema),
);

export interface PreferencesCardProps {
  preferences: Preferences;
  /** As a person types it. */
  leastValue: string;
  /** Of what the person's role can hear. */
  hearable: Hearable;
  stores: { id: string; name: string }[];
  currency: string;
  timezone: string;
}

/** What is heard or not, and what it takes to hear of it. */
const others = [
  { name: "callBacks", of: "leads" },
  { name: "stock", of: "stock" },
  { name: "failedDeliveries", of: "failedDeliveries" },
] as const;

/** What a person wants to hear of, and when. */
export function PreferencesCard({
  preferences,
  leastValue,
  hearable,
  stores,
  currency,
  timezone,
}: PreferencesCardProps) {
  const t = useTranslations("telegram.preferences");
  const form = useForm<PreferencesInput, unknown, PreferencesRequest>({
    resolver,
    defaultValues: {
      newLeads: preferences.newLeads,
      everyonesLeads: preferences.everyonesLeads,
      leastValue,
      mutedStores: preferences.mutedStores,
      callBacks: preferences.callBacks,
      stock: preferences.stock,
      failedDeliveries: preferences.failedDeliveries,
      summaryHour: preferences.summaryHour === null ? "none" : String(preferences.summaryHour),
      ...quietFields(preferences),
    },
  });
  const [newLeads, isOfAll] = useWatch({ control: form.control, name: ["newLeads", "everyonesLeads"] });
  const { submit, pending, message } = useFormAction(form, sendAsTyped(form), () =>
    toast.success(t("saved")),
  );
  // What a group's form has is part of it.
  const shared = form as unknown as UseFormReturn<GroupPreferencesInput, unknown, GroupPreferencesRequest>;
  return (
    <Card className="max-w-2xl">
      <form noValidate method="post" onSubmit={submit}>
        <CardHeader>
          <CardTitle>{t("title")}</CardTitle>
        </CardHeader>
        <div className="grid gap-5 px-4 pb-4">
          <CardDescription>{t("text")}</CardDescription>
          {message && (
            <Alert tone="danger" role="alert">
              {message}
            </Alert>
          )}
          {hearable.leads && (
            <LeadFields
              form={shared}
              stores={stores}
              currency={currency}
              isOfAll={hearable.everyonesLeads && isOfAll}
            />
          )}
          {hearable.everyonesLeads && newLeads !== "none" && <Check form={form} name="everyonesLeads" />}
          {others.map(({ name, of }) => hearable[of] && <Check key={name} form={form} name={name} />)}
          <Controller
            control={form.control}
            name="summaryHour"
            render={({ field }) => <SummarySelect value={field.value} onChange={field.onChange} />}
          />
          <QuietFields form={shared} timezone={timezone} />
        </div>
        <CardFooter className="max-md:[&>*]:flex-1">
          <Button type="submit" variant="primary" loading={pending}>
            {t("save")}
          </Button>
        </CardFooter>
      </form>
    </Card>
  );
}

interface CheckProps {
  form: UseFormReturn<PreferencesInput, unknown, PreferencesRequest>;
  name: "everyonesLeads" | (typeof others)[number]["name"];
}

function Check({ form, name }: CheckProps) {
  const t = useTranslations("telegram.preferences");
  return (
    <Controller
      control={form.control}
      name={name}
      render={({ field }) => (
        <CheckRow label={t(name)} hint={t(`${name}Hint`)} checked={field.value} onChange={field.onChange} />
      )}
    />
  );
}

/** The action reads what was typed, as the resolver did: what the resolver made of it is not typed any more. */
function sendAsTyped(form: UseFormReturn<PreferencesInput, unknown, PreferencesRequest>) {
  return () => savePreferencesAction(form.getValues());
}

function SummarySelect({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const t = useTranslations("telegram.preferences");
  const format = useFormatter();
  const hours = Array.from({ length: 24 }, (_, hour) => hour);
  return (
    <Field
      label={t("summary")}
      hint={value === "none" ? t("summaryHint.none") : t(`summaryHint.${summaryRange(Number(value))}`)}
    >
      <Select value={value} onValueChange={onChange}>
        <SelectTrigger className="sm:max-w-60" />
        <SelectContent>
          <SelectItem value="none">{t("noSummary")}</SelectItem>
          {hours.map((hour) => (
            <SelectItem key={hour} value={String(hour)}>
              {format.dateTime(new Date(hour * 3_600_000), "time", { timeZone: "UTC" })}
            </SelectItem>
          ))}
        </SelectContent>
      </Select>
    </Field>
  );
}
