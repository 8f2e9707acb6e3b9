"use client";

import { useTranslations } from "next-intl";
import { Controller } from "react-hook-form";
import type { NewLeadFields } from "#components/leads/by-hand/new-lead-values.ts";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { Select, SelectContent, SelectItem, SelectTrigger } from "#components/ui/select.tsx";
import { salePaymentKinds } from "#lib/leads/sale.ts";

interface SaleFieldsProps {
  form: NewLeadFields;
}

/** What comes to the items, and how all of it is paid. */
export function PaymentFields({ form }: SaleFieldsProps) {
  const t = useTranslations("lead.manual");
  const kinds = useTranslations("statuses.paymentKind");
  const errors = form.formState.errors.sale;
  return (
    <>
      <Field label={t("paymentKind")} error={errors?.paymentKind?.message}>
        <Controller
          control={form.control}
          name="sale.paymentKind"
          render={({ field: { value, onChange } }) => (
            <Select value={value} onValueChange={onChange}>
              <SelectTrigger />
              <SelectContent>
                {salePaymentKinds.map((kind) => (
                  <SelectItem key={kind} value={kind}>
                    {kind === "prepaid" ? t("paidAlready") : kinds(kind)}
                  </SelectItem>
                ))}
              </SelectContent>
            </Select>
          )}
        />
      </Field>
      <Field label={t("currency")} error={errors?.currency?.message}>
        <Input maxLength={3} autoCapitalize="characters" {...form.register("sale.currency")} />
      </Field>
      <Field label={t("shipping")} error={errors?.shipping?.message}>
        <Input inputMode="decimal" {...form.register("sale.shipping")} />
      </Field>
      <Field label={t("discount")} error={errors?.discount?.message}>
        <Input inputMode="decimal" {...form.register("sale.discount")} />
      </Field>
    </>
  );
}

/** Where the parcel goes, and with whom. */
export function AddressFields({ form }: SaleFieldsProps) {
  const t = useTranslations("lead.manual");
  const edit = useTranslations("lead.edit");
  const errors = form.formState.errors.sale;
  return (
    <>
      <div data-wide>
        <Field label={edit("street")} error={errors?.street?.message}>
          <Input {...form.register("sale.street")} />
        </Field>
      </div>
      {(["zip", "city", "region"] as const).map((part) => (
        <Field key={part} label={edit(part)} error={errors?.[part]?.message}>
          <Input {...form.register(`sale.${part}`)} />
        </Field>
      ))}
      <Field label={t("shippingMethod")} error={errors?.shippingMethod?.message}>
        <Input {...form.register("sale.shippingMethod")} />
      </Field>
    </>
  );
}
