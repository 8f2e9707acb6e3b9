"use client";

import { useTranslations } from "next-intl";
import { type Control, useController } from "react-hook-form";
import { Select, SelectContent, SelectItem, SelectTrigger } from "#components/ui/select.tsx";
import type { NewStore, NewStoreInput } from "#lib/stores/schema.ts";

export interface PossibleOwner {
  id: string;
  name: string;
}

export interface OwnerSelectProps {
  control: Control<NewStoreInput, unknown, NewStore>;
  owners: PossibleOwner[];
}

export function OwnerSelect({ control, owners }: OwnerSelectProps) {
  const t = useTranslations("stores.form");
  const { field } = useController({ control, name: "userId" });
  return (
    <Select value={field.value ?? ""} onValueChange={field.onChange}>
      <SelectTrigger ref={field.ref} placeholder={t("ownerMissing")} onBlur={field.onBlur} />
      <SelectContent>
        {owners.map(({ id, name }) => (
          <SelectItem key={id} value={id}>
            {name}
          </SelectItem>
        ))}
      </SelectContent>
    </Select>
  );
}
