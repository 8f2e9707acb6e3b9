"use client";

import { useTranslations } from "next-intl";
import type { FormEvent } from "react";
import { Button } from "#components/ui/button.tsx";
import { Input } from "#components/ui/input.tsx";

export interface SkuFilterProps {
  sku: string;
  onChange: (sku: string) => void;
}

/** Asks for one SKU, exactly as it is written; an empty one is any. */
export function SkuFilter({ sku, onChange }: SkuFilterProps) {
  const t = useTranslations("leads.filters");

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    onChange(String(new FormData(event.currentTarget).get("sku")).trim());
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
