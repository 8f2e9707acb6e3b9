"use client";

import { X } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useFieldArray, useWatch } from "react-hook-form";
import { ItemSearch } from "#components/leads/by-hand/item-search.tsx";
import type { NewLeadFields } from "#components/leads/by-hand/new-lead-values.ts";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { Money } from "#components/ui/money.tsx";
import { readTypedAmount, typedAmount } from "#lib/base/money/amount.ts";
import { isKnownCurrency } from "#lib/base/money/currencies.ts";
import type { ProductRow } from "#lib/inventory/queries.ts";
import { saleTotal } from "#lib/leads/sale.ts";

interface SaleItemsProps {
  form: NewLeadFields;
}

/** What is sold: each item with its quantity and price, and what it comes to. */
export function SaleItems({ form }: SaleItemsProps) {
  const t = useTranslations("lead.manual");
  const locale = useLocale();
  const { fields, append, remove } = useFieldArray({ control: form.control, name: "sale.lines" });
  const errors = form.formState.errors.sale;

  /** The first product says in what one counts; the price of another currency is nobody's guess. */
  function addProduct({ sku, name, price, currency }: ProductRow): void {
    if (fields.length === 0) form.setValue("sale.currency", currency);
    const isSame = fields.length === 0 || form.getValues("sale.currency") === currency;
    append({ sku, name, quantity: "1", price: isSame ? typedAmount(price, currency, locale) : "" });
  }

  return (
    <>
      <div data-wide>
        <ItemSearch
          onProduct={addProduct}
          onText={(name) => append({ sku: "", name, quantity: "1", price: "" })}
          error={errors?.lines?.root?.message ?? errors?.lines?.message}
        />
      </div>
      {fields.length > 0 && (
        <ul className="grid gap-3" data-wide>
          {fields.map(({ id, name, sku }, index) => {
            const wrong = errors?.lines?.[index];
            const line = `sale.lines.${index}` as const;
            return (
              <li
                key={id}
                className="grid grid-cols-[minmax(0,1fr)_minmax(0,1fr)_auto] items-start gap-3 rounded-lg border p-3 sm:grid-cols-[minmax(0,1fr)_88px_128px_auto]"
              >
                <div className="wrap-anywhere col-span-3 min-w-0 text-sm sm:col-span-1">
                  {sku ? (
                    <>
                      <bdi className="font-medium text-heading">{name}</bdi>
                      <span className="block font-mono text-subheading text-xs">{sku}</span>
                    </>
                  ) : (
                    <Field label={t("item")} error={wrong?.name?.message}>
                      <Input {...form.register(`${line}.name`)} />
                    </Field>
                  )}
                </div>
                <Field label={t("quantity")} error={wrong?.quantity?.message}>
                  <Input inputMode="decimal" {...form.register(`${line}.quantity`)} />
                </Field>
                <Field label={t("price")} error={wrong?.price?.message}>
                  <Input inputMode="decimal" {...form.register(`${line}.price`)} />
                </Field>
                <Button
                  variant="ghost"
                  size="icon"
                  className="mt-[27px]"
                  aria-label={t("removeItem", { name })}
                  onClick={() => remove(index)}
                >
                  <X aria-hidden />
                </Button>
              </li>
            );
          })}
        </ul>
      )}
    </>
  );
}

/** What the sale comes to, as far as what is typed can be read. */
export function SaleTotal({ form }: SaleItemsProps) {
  const t = useTranslations("lead.manual");
  const sale = useWatch({ control: form.control, name: "sale" });
  const read = (typed: string | null) => readTypedAmount(typed ?? "") ?? null;
  const lines = sale.lines.map(({ quantity, price }) => ({ quantity: read(quantity), price: read(price) }));
  const total = saleTotal({ lines, shipping: read(sale.shipping), discount: read(sale.discount) });
  if (sale.lines.length === 0 || !isKnownCurrency(sale.currency)) return null;
  return (
    <p role="status" className="flex items-baseline justify-between gap-4 border-t pt-3 text-sm" data-wide>
      <span className="text-subheading">{t("total")}</span>
      <span className="font-semibold text-base text-heading">
        <Money amount={total} currency={sale.currency} />
      </span>
    </p>
  );
}
