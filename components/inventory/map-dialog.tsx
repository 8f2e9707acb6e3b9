"use client";

import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { ProductChoice } from "#components/inventory/product-choice.tsx";
import { useProductSearch } from "#components/inventory/use-product-search.ts";
import { callAction } from "#components/ui/call-action.ts";
import {
  Dialog,
  DialogContent,
  DialogDescription,
  DialogHeader,
  DialogTitle,
} from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { toast } from "#components/ui/toast.ts";
import { mapSkuAction } from "#lib/inventory/actions.ts";
import type { ProductRow } from "#lib/inventory/queries.ts";
import type { UnmatchedSku } from "#lib/inventory/unmatched.ts";

export interface MapDialogProps {
  /** Null: closed. */
  unmatched: UnmatchedSku | null;
  /** In whose stores the SKU means the product; left out: in those of the product's owner, or in all when it is the platform's. */
  ownerId: string | undefined;
  onClose: () => void;
}

/** Says which product a SKU means. */
export function MapDialog({ unmatched, ownerId, onClose }: MapDialogProps) {
  const t = useTranslations("inventory.map");
  const [shown, setShown] = useState(unmatched);
  if (unmatched && unmatched !== shown) setShown(unmatched);
  return (
    <Dialog open={unmatched !== null} onOpenChange={(open) => !open && onClose()}>
      <DialogContent className="md:max-w-lg">
        <DialogHeader>
          <DialogTitle>{t("title", { sku: shown?.sku ?? "" })}</DialogTitle>
          <DialogDescription>{t("text")}</DialogDescription>
        </DialogHeader>
        {unmatched && (
          <MapForm key={unmatched.sku} unmatched={unmatched} ownerId={ownerId} onClose={onClose} />
        )}
      </DialogContent>
    </Dialog>
  );
}

function MapForm({ unmatched, ownerId, onClose }: MapDialogProps & { unmatched: UnmatchedSku }) {
  const t = useTranslations("inventory.map");
  const unreachable = useTranslations("errors")("unreachable");
  const [text, setText] = useState(unmatched.suggestion?.sku ?? "");
  const { found, message } = useProductSearch(text);
  const [isPending, startTransition] = useTransition();
  const { sku } = unmatched;

  function choose(product: ProductRow): void {
    startTransition(async () => {
      const owner = ownerId === undefined ? product.ownerId : ownerId;
      const mapping = { sku, ownerId: owner, productId: product.id };
      const result = await callAction(() => mapSkuAction(mapping), unreachable);
      if (!result.ok) {
        toast.error(result.message);
        return;
      }
      toast.success(t("doneCount", { count: result.data.served, sku, name: product.name }));
      onClose();
    });
  }

  return (
    <div className="grid gap-3">
      <Field label={t("search")} error={message}>
        <Input
          value={text}
          maxLength={200}
          autoComplete="off"
          placeholder={t("placeholder")}
          onChange={(event) => setText(event.target.value)}
        />
      </Field>
      <ul className="-mx-2 max-h-80 min-h-[52px] overflow-y-auto" aria-busy={found === null || isPending}>
        {found?.map((product) => (
          <li key={product.id}>
            <ProductChoice product={product} disabled={isPending} onChoose={() => choose(product)} />
          </li>
        ))}
        {found?.length === 0 && <li className="px-2 text-sm text-subheading">{t("nothing")}</li>}
      </ul>
    </div>
  );
}
