"use client";

import { useTranslations } from "next-intl";
import type { FormEvent } from "react";
import { Button } from "#components/ui/button.tsx";
import { Input } from "#components/ui/input.tsx";

export interface CodeFilterProps {
  label: string;
  code: string;
  onChange: (code: string) => void;
}

/** Asks for one code, such as a SKU, exactly as it is written; an empty one is any. */
export function CodeFilter({ label, code, onChange }: CodeFilterProps) {
  const t = useTranslations("table.filters");

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    onChange(String(new FormData(event.currentTarget).get("code")).trim());
  }

  return (
    <form onSubmit={submit} className="flex gap-2">
      <Input name="code" aria-label={label} defaultValue={code} maxLength={100} className="font-mono" />
      <Button type="submit">{t("apply")}</Button>
    </form>
  );
}
