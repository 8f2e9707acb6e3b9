"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { useForm, useWatch } from "react-hook-form";
import { unitsOf } from "#components/inventory/product-fields.tsx";
import { Alert } from "#components/ui/alert.tsx";
import { Button } from "#components/ui/button.tsx";
import {
  Dialog,
  DialogContent,
  DialogDescription,
  DialogFooter,
  DialogHeader,
  DialogTitle,
} from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { schemaResolver } from "#components/ui/schema-resolver.ts";
import { toast } from "#components/ui/toast.ts";
import { useFormAction } from "#components/ui/use-form-action.tsx";
import { changeStockAction } from "#lib/inventory/actions.ts";
import type { ProductRow } from "#lib/inventory/queries.ts";
import type { StockChange } from "#lib/inventory/schema.ts";

const resolver = schemaResolver(() =>
  import("#lib/inventory/schema.ts").then((module) => module.stockChangeSchema),
);

/** Goods that came in, or a correction of the book. */
export type StockKind = StockChange["kind"];

export interface StockDialogProps {
  product: Pick<ProductRow, "id" | "stock">;
  /** Null: closed. */
  kind: StockKind | null;
  onClose: () => void;
}

export function StockDialog({ product, kind, onClose }: StockDialogProps) {
  const t = useTranslations("inventory.stockDialog");
  // It stays as it was while it closes.
  const [shown, setShown] = useState<StockKind>(kind ?? "receipt");
  if (kind && kind !== shown) setShown(kind);
  return (
    <Dialog open={kind !== null} onOpenChange={(open) => !open && onClose()}>
      <DialogContent className="md:max-w-md">
        <DialogHeader>
          <DialogTitle>{t(`${shown}Title`)}</DialogTitle>
          <DialogDescription>{t(`${shown}Text`, { stock: product.stock })}</DialogDescription>
        </DialogHeader>
        {kind && <StockForm key={kind} product={product} kind={kind} onClose={onClose} />}
      </DialogContent>
    </Dialog>
  );
}

/** What came in is typed as it is; what is corrected as what lies on the shelf, and the difference is moved. */
function StockForm({ product, kind, onClose }: StockDialogProps & { kind: StockKind }) {
  const t = useTranslations("inventory.stockDialog");
  const format = useFormatter();
  const isReceipt = kind === "receipt";
  const form = useForm<StockChange, unknown, StockChange>({
    resolver,
    defaultValues: { id: product.id, kind, delta: "" as never, reason: "" },
  });
  const { submit, pending, message } = useFormAction(form, changeStockAction, () => {
    toast.success(t("done"));
    onClose();
  });
  const delta = useWatch({ control: form.control, name: "delta" });
  const { errors } = form.formState;
  const difference =
    !isReceipt && Number.isInteger(delta)
      ? t("difference", {
          difference: format.number(delta, { signDisplay: "exceptZero" }).replace("-", "−"),
        })
      : undefined;
  return (
    <form noValidate onSubmit={submit} className="grid gap-4">
      {message && (
        <Alert tone="danger" role="alert">
          {message}
        </Alert>
      )}
      <Field
        label={t(isReceipt ? "units" : "counted")}
        hint={difference}
        error={errors.delta && (delta === 0 && !isReceipt ? t("same") : errors.delta.message)}
      >
        <Input
          inputMode="numeric"
          autoComplete="off"
          {...form.register("delta", {
            setValueAs: (typed: string | number) =>
              typeof typed === "number" || isReceipt ? unitsOf(typed) : unitsOf(typed) - product.stock,
          })}
        />
      </Field>
      <Field
        label={t("reason")}
        error={errors.reason?.message}
        hint={t(isReceipt ? "reasonReceipt" : "reasonCorrection")}
      >
        <Input autoComplete="off" maxLength={500} {...form.register("reason")} />
      </Field>
      <DialogFooter>
        <Button disabled={pending} onClick={onClose}>
          {t("cancel")}
        </Button>
        <Button type="submit" variant="primary" loading={pending}>
          {t(isReceipt ? "receive" : "correct")}
        </Button>
      </DialogFooter>
    </form>
  );
}
