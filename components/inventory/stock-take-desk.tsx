"use client";

import { X } from "lucide-react";
import { useRouter } from "next/navigation";
import { useFormatter, useTranslations } from "next-intl";
import { type FormEvent, useRef, useState, useTransition } from "react";
import { ProductChoice } from "#components/inventory/product-choice.tsx";
import { Alert } from "#components/ui/alert.tsx";
import { Button } from "#components/ui/button.tsx";
import { callAction } from "#components/ui/call-action.ts";
import { Card, CardFooter } from "#components/ui/card.tsx";
import { cn } from "#components/ui/cn.ts";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { toast } from "#components/ui/toast.ts";
import { findBySkuAction, takeStockAction } from "#lib/inventory/actions.ts";
import type { ProductRow } from "#lib/inventory/queries.ts";

interface Count {
  product: ProductRow;
  /** As it is typed. */
  counted: string;
}

/** Counts the shelf: the field that takes the scan keeps the focus, each scan counts one more, and nothing is written before it is saved. */
export function StockTakeDesk() {
  const t = useTranslations("inventory.stockTake");
  const errors = useTranslations("errors");
  const router = useRouter();
  const field = useRef<HTMLInputElement>(null);
  const [counts, setCounts] = useState<Count[]>([]);
  const [choices, setChoices] = useState<ProductRow[]>([]);
  const [wrong, setWrong] = useState<string>();
  const [reason, setReason] = useState(t("reasonDefault"));
  const [isSaving, startSaving] = useTransition();
  const isValid = counts.length > 0 && counts.every(({ counted }) => /^\d{1,7}$/.test(counted));

  function countOne(product: ProductRow): void {
    setChoices([]);
    setCounts((before) => {
      const known = before.find((one) => one.product.id === product.id);
      const counted = String((Number(known?.counted) || 0) + 1);
      return [{ product, counted }, ...before.filter((one) => one !== known)];
    });
    field.current?.focus();
  }

  async function scan(event: FormEvent): Promise<void> {
    event.preventDefault();
    const sku = field.current?.value.trim() ?? "";
    if (!field.current || sku === "") return;
    field.current.value = "";
    setWrong(undefined);
    const known = counts.find((one) => one.product.sku === sku);
    if (known) return countOne(known.product);
    const result = await callAction(() => findBySkuAction({ text: sku }), errors("unreachable"));
    if (!result.ok) return setWrong(result.message);
    const [product, ...others] = result.data;
    if (!product) setWrong(t("unknown", { sku }));
    else if (others.length > 0) setChoices(result.data);
    else countOne(product);
  }

  function save(): void {
    startSaving(async () => {
      const taken = counts.map(({ product, counted }) => ({ id: product.id, counted: Number(counted) }));
      const result = await callAction(
        () => takeStockAction({ counts: taken, reason }),
        errors("unreachable"),
      );
      if (!result.ok) return setWrong(result.message);
      toast.success(t("saved", { count: result.data.length }));
      router.push("/inventory");
    });
  }

  return (
    <>
      <form onSubmit={(event) => void scan(event)} className="flex items-end gap-2">
        <Field label={t("field")} error={wrong} className="flex-1">
          <Input ref={field} autoFocus autoComplete="off" className="h-12 font-mono text-base max-md:h-11" />
        </Field>
        <Button type="submit" className={cn("h-12 max-md:h-11", wrong && "mb-[22px]")}>
          {t("add")}
        </Button>
      </form>
      {choices.length > 0 && (
        <Alert tone="info" title={t("several")}>
          {choices.map((product) => (
            <ProductChoice key={product.id} product={product} onChoose={() => countOne(product)} />
          ))}
        </Alert>
      )}
      <Card className="overflow-hidden">
        {counts.length === 0 ? (
          <p className="p-4 text-sm text-subheading">{t("empty")}</p>
        ) : (
          <ul className="divide-y">
            {counts.map((count) => (
              <CountLine
                key={count.product.id}
                count={count}
                onChange={(counted) =>
                  setCounts(counts.map((one) => (one === count ? { ...one, counted } : one)))
                }
                onRemove={() => setCounts(counts.filter((one) => one !== count))}
              />
            ))}
          </ul>
        )}
        <CardFooter className="items-end max-md:flex-col max-md:items-stretch">
          <Field label={t("reason")} className="md:w-72">
            <Input value={reason} maxLength={500} onChange={(event) => setReason(event.target.value)} />
          </Field>
          <Button
            variant="primary"
            disabled={!isValid || reason.trim() === ""}
            loading={isSaving}
            onClick={save}
          >
            {t("save", { count: counts.length })}
          </Button>
        </CardFooter>
      </Card>
    </>
  );
}

interface CountLineProps {
  count: Count;
  onChange: (counted: string) => void;
  onRemove: () => void;
}

function CountLine({ count: { product, counted }, onChange, onRemove }: CountLineProps) {
  const t = useTranslations("inventory.stockTake");
  const format = useFormatter();
  const difference = Number(counted) - product.stock;
  return (
    <li className="flex min-h-[52px] flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2 text-sm">
      <div className="min-w-0 flex-1 basis-48">
        <bdi className="block truncate font-medium text-heading">{product.name}</bdi>
        <bdi className="block truncate font-mono text-subheading text-xs">{product.sku}</bdi>
      </div>
      <span className="text-subheading tabular-nums">
        {t("book", { units: format.number(product.stock).replace("-", "−") })}
      </span>
      <Input
        className="w-20 text-end"
        inputMode="numeric"
        aria-label={t("countedOf", { name: product.name })}
        value={counted}
        onChange={(event) => onChange(event.target.value)}
      />
      <span
        className={cn(
          "w-14 text-end font-semibold tabular-nums max-md:ms-auto",
          difference < 0 ? "text-red-text" : "text-heading",
        )}
      >
        <span className="sr-only">{t("difference")} </span>
        {Number.isNaN(difference)
          ? "–"
          : format.number(difference, { signDisplay: "exceptZero" }).replace("-", "−")}
      </span>
      <Button
        variant="ghost"
        size="icon-sm"
        aria-label={t("remove", { name: product.name })}
        onClick={onRemove}
      >
        <X aria-hidden />
      </Button>
    </li>
  );
}
