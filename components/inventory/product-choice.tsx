"use client";

import { useTranslations } from "next-intl";
import { Choice } from "#components/ui/choice.tsx";
import type { ProductRow } from "#lib/inventory/queries.ts";

export interface ProductChoiceProps {
  product: ProductRow;
  disabled?: boolean;
  onChoose: () => void;
}

/** A product to choose. */
export function ProductChoice({ product, disabled = false, onChoose }: ProductChoiceProps) {
  const t = useTranslations("inventory");
  return (
    <Choice
      name={product.name}
      text={
        <>
          <bdi className="font-mono">{product.sku}</bdi> ·{" "}
          {product.ownerId ? (product.ownerName ?? t("formerMember")) : t("platform")}
        </>
      }
      disabled={disabled}
      onChoose={onChoose}
    />
  );
}
