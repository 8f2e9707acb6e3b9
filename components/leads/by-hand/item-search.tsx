"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useEffect, useEffectEvent, useRef, useState } from "react";
import { useProductSearch } from "#components/inventory/use-product-search.ts";
import { Choice } from "#components/ui/choice.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { Money } from "#components/ui/money.tsx";
import type { ProductRow } from "#lib/inventory/queries.ts";

export interface ItemSearchProps {
  onProduct: (product: ProductRow) => void;
  /** Something that is no product of the inventory. */
  onText: (name: string) => void;
  error: string | undefined;
}

/** Finds what is sold by SKU or name; what is not found goes as it was typed. */
export function ItemSearch({ onProduct, onText, error }: ItemSearchProps) {
  const t = useTranslations("lead.manual");
  const [text, setText] = useState("");
  const wanted = text.trim();
  const { found, isCurrent, message } = useProductSearch(wanted);
  const products = wanted ? (found ?? []) : [];
  const [isEntered, setEntered] = useState(false);

  function choose(product: ProductRow): void {
    onProduct(product);
    setText("");
  }

  function take(): void {
    onText(wanted);
    setText("");
  }

  /** Enter is for the item here, and never sends the form. A scanner is faster than any answer. */
  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== "Enter") return;
    event.preventDefault();
    if (wanted) setEntered(true);
  }

  /** Takes what is meant without doubt, else what was typed. */
  function takeMeant(): void {
    setEntered(false);
    const answered = isCurrent ? products : [];
    const meant = answered.find(({ sku }) => sku.toLowerCase() === wanted.toLowerCase());
    const [only, ...others] = answered;
    if (meant) choose(meant);
    else if (only && others.length === 0) choose(only);
    else take();
  }

  const takeEntered = useEffectEvent(takeMeant);
  useEffect(() => {
    if (isEntered && isCurrent) takeEntered();
  }, [isEntered, isCurrent]);

  // Whoever saves has said what is sold, though it still stands here; before the form is read, and not when the field is left, since what moves under
  // a button that is being pressed takes the press away.
  const box = useRef<HTMLDivElement>(null);
  const takeTyped = useEffectEvent(() => {
    if (wanted) takeMeant();
  });
  useEffect(() => {
    const form = box.current?.closest("form");
    const onSubmit = () => takeTyped();
    form?.addEventListener("submit", onSubmit, true);
    return () => form?.removeEventListener("submit", onSubmit, true);
  }, []);

  return (
    <div ref={box} className="grid gap-1">
      <Field label={t("addItem")} hint={t("addItemHint")} error={error ?? message}>
        <Input
          value={text}
          maxLength={200}
          placeholder={t("addItemPlaceholder")}
          onChange={(event) => {
            setText(event.target.value);
            setEntered(false);
          }}
          onKeyDown={onKeyDown}
        />
      </Field>
      {wanted && (
        <ul className="max-h-72 overflow-y-auto rounded-lg border p-1" aria-busy={!isCurrent}>
          {products.map((product) => (
            <li key={product.id}>
              <Choice
                name={product.name}
                text={<Told product={product} />}
                onChoose={() => choose(product)}
              />
            </li>
          ))}
          <li>
            <button
              type="button"
              onClick={take}
              className="wrap-anywhere flex min-h-11 w-full items-center gap-2 rounded-lg px-2 py-2 text-start text-body text-sm transition-colors hover:bg-hover"
            >
              <Plus aria-hidden className="size-4 shrink-0" />
              {t("addText", { text: wanted })}
            </button>
          </li>
        </ul>
      )}
    </div>
  );
}

function Told({ product: { sku, price, currency, available } }: { product: ProductRow }) {
  const t = useTranslations("lead.manual");
  return (
    <>
      <bdi className="font-mono">{sku}</bdi> · <Money amount={price} currency={currency} /> ·{" "}
      {t("available", { available })}
    </>
  );
}
