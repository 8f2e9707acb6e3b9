"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { FieldErrors, UseFormRegister } from "react-hook-form";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import type { ProductEditInput } from "#lib/inventory/schema.ts";

/** What is said of a product, whether it is new or not. */
export type ProductValues = Omit<ProductEditInput, "id">;

/** Units as they are typed; what is no number is refused by the schema. */
export function unitsOf(typed: string | number): number {
  return typeof typed === "string" && typed.trim() === "" ? Number.NaN : Number(typed);
}

/** An empty level is the usual one. */
export function levelOf(typed: string | number | null): number | null {
  return typed === null || String(typed).trim() === "" ? null : Number(typed);
}

export interface ProductFieldsProps {
  register: UseFormRegister<ProductValues>;
  errors: FieldErrors<ProductValues>;
  usualLevel: number;
  /** What is on the shelf, of a new product. */
  stock?: ReactNode;
}

export function ProductFields({ register, errors, usualLevel, stock }: ProductFieldsProps) {
  const t = useTranslations("inventory.form");
  return (
    <>
      <Field label={t("sku")} hint={t("skuHint")} error={errors.sku?.message}>
        <Input className="font-mono" autoCapitalize="none" spellCheck={false} {...register("sku")} />
      </Field>
      <Field label={t("name")} error={errors.name?.message}>
        <Input {...register("name")} />
      </Field>
      <div className="grid gap-5 md:grid-cols-2">
        <Field label={t("price")} error={errors.price?.message}>
          <Input inputMode="decimal" {...register("price")} />
        </Field>
        <Field label={t("currency")} error={errors.currency?.message}>
          <Input maxLength={3} autoCapitalize="characters" {...register("currency")} />
        </Field>
      </div>
      <div className="grid items-start gap-5 md:grid-cols-2">
        {stock}
        <Field
          label={t("lowStockAt")}
          hint={t("lowStockHint", { units: usualLevel })}
          error={errors.lowStockAt?.message}
        >
          <Input inputMode="numeric" {...register("lowStockAt", { setValueAs: levelOf })} />
        </Field>
      </div>
    </>
  );
}
