"use client";

import { useTranslations } from "next-intl";
import { Controller, useWatch } from "react-hook-form";
import { KnownBuyers } from "#components/leads/by-hand/known-buyers.tsx";
import type { NewLeadFields } from "#components/leads/by-hand/new-lead-values.ts";
import { CountrySelect } from "#components/leads/detail/country-select.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import type { KnownBuyer } from "#lib/customers/buyers.ts";

/** Who buys. The phone comes first: it finds whoever has bought before. */
export function BuyerFields({ form }: { form: NewLeadFields }) {
  const t = useTranslations("lead.manual");
  const { errors } = form.formState;
  const [phone, country, customerId] = useWatch({
    control: form.control,
    name: ["phone", "country", "customerId"],
  });

  /** Another phone or e-mail is another buyer, who may have other leads. */
  function onIdentity(): void {
    form.setValue("isKnownDuplicate", false);
    form.setValue("customerId", undefined);
  }

  function use(buyer: KnownBuyer): void {
    const fill = { shouldDirty: true, shouldValidate: form.formState.isSubmitted };
    form.setValue("customerId", buyer.id, fill);
    form.setValue("name", buyer.name ?? "", fill);
    form.setValue("email", buyer.email ?? "", fill);
    if (buyer.country) form.setValue("country", buyer.country, fill);
    for (const part of ["street", "city", "region", "zip"] as const)
      form.setValue(`sale.${part}`, buyer[part] ?? "", fill);
  }

  return (
    <>
      <Field label={t("phone")} error={errors.phone?.message}>
        <Input autoFocus type="tel" inputMode="tel" {...form.register("phone", { onChange: onIdentity })} />
      </Field>
      <Field label={t("country")} hint={t("countryHint")} error={errors.country?.message}>
        {/* Registered, it would be set before it has its countries, and show none. */}
        <Controller
          control={form.control}
          name="country"
          render={({ field }) => <CountrySelect {...field} />}
        />
      </Field>
      <KnownBuyers phone={phone} country={country} chosenId={customerId} onChoose={use} />
      <Field label={t("name")} error={errors.name?.message}>
        <Input autoCapitalize="words" {...form.register("name")} />
      </Field>
      <Field label={t("email")} error={errors.email?.message}>
        <Input type="email" inputMode="email" {...form.register("email", { onChange: onIdentity })} />
      </Field>
    </>
  );
}
