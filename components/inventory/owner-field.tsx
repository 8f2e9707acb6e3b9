"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { type Control, useController } from "react-hook-form";
import { Field } from "#components/ui/field.tsx";
import { Select, SelectContent, SelectItem, SelectTrigger } from "#components/ui/select.tsx";
import type { NewProduct, NewProductInput } from "#lib/inventory/schema.ts";

/** Stands for nobody, since a choice can't be empty. */
const platform = "platform";

export interface OwnerFieldProps {
  control: Control<NewProductInput, unknown, NewProduct>;
  owners: { id: string; name: string }[];
  label: ReactNode;
  hint: ReactNode;
  error: string | undefined;
}

/** Whose a product is: a seller's, or the platform's. */
export function OwnerField({ control, owners, ...field }: OwnerFieldProps) {
  const { field: owner } = useController({ control, name: "ownerId" });
  return (
    <Field {...field}>
      <OwnerChoice owners={owners} value={owner.value} onChange={owner.onChange} />
    </Field>
  );
}

export interface OwnerChoiceProps {
  owners: { id: string; name: string }[];
  /** Null: the platform. */
  value: string | null;
  onChange: (owner: string | null) => void;
}

export function OwnerChoice({ owners, value, onChange }: OwnerChoiceProps) {
  const t = useTranslations("inventory.form");
  return (
    <Select
      value={value ?? platform}
      onValueChange={(chosen) => onChange(chosen === platform ? null : chosen)}
    >
      <SelectTrigger />
      <SelectContent>
        <SelectItem value={platform}>{t("platformOwner")}</SelectItem>
        {owners.map(({ id, name }) => (
          <SelectItem key={id} value={id}>
            {name}
          </SelectItem>
        ))}
      </SelectContent>
    </Select>
  );
}
