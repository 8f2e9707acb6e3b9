"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { ProductChoice } from "#components/inventory/product-choice.tsx";
import { useProductSearch } from "#components/inventory/use-product-search.ts";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";

export interface ProductFilterProps {
  sku: string;
  onChange: (sku: string) => void;
}

/** Of which product the dashboard is: one that is found by a part of its name or SKU, or any SKU that orders have, typed as it is. */
export function ProductFilter({ sku, onChange }: ProductFilterProps) {
  const t = useTranslations("dashboard.filters");
  const [text, setText] = useState(sku);
  const { found, message } = useProductSearch(text);

  function submit(event: FormEvent): void {
    event.preventDefault();
    onChange(text.trim());
  }

  return (
    <form onSubmit={submit} className="grid gap-2">
      <Field label={t("products")} hint={t("productHint")} error={message}>
        <Input
          value={text}
          maxLength={200}
          autoComplete="off"
          placeholder={t("productPlaceholder")}
          onChange={(event) => setText(event.target.value)}
        />
      </Field>
      <ul className="-mx-2 max-h-64 min-h-[52px] overflow-y-auto" aria-busy={found === null}>
        {found?.map((product) => (
          <li key={product.id}>
            <ProductChoice product={product} onChoose={() => onChange(product.sku)} />
          </li>
        ))}
      </ul>
    </form>
  );
}
