"use client";

import { ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
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
    <button
      type="button"
      disabled={disabled}
      onClick={onChoose}
      className="flex min-h-[52px] w-full items-center gap-3 rounded-lg px-2 text-left transition-colors hover:bg-hover disabled:opacity-60"
    >
      <span className="min-w-0 flex-1">
        <bdi className="block truncate font-medium text-heading text-sm">{product.name}</bdi>
        <span className="block truncate text-subheading text-xs">
          <bdi className="font-mono">{product.sku}</bdi> ·{" "}
          {product.ownerId ? (product.ownerName ?? t("formerMember")) : t("platform")}
        </span>
      </span>
      <ChevronRight aria-hidden className="size-4 shrink-0 text-subheading" />
    </button>
  );
}
