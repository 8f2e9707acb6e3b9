"use client";

import { useTranslations } from "next-intl";
import type { RefCallBack } from "react-hook-form";
import { Select, SelectContent, SelectItem, SelectTrigger } from "#components/ui/select.tsx";

export interface PossibleOwner {
  id: string;
  name: string;
}

export interface OwnerSelectProps {
  /** As `useController` makes it. */
  field: {
    value: string | undefined;
    onChange: (id: string) => void;
    onBlur: () => void;
    ref: RefCallBack;
  };
  owners: PossibleOwner[];
}

export function OwnerSelect({ field, owners }: OwnerSelectProps) {
  const t = useTranslations("stores.form");
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
