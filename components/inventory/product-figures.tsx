"use client";

import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { AvailableUnits, Cover } from "#components/inventory/product-list.tsx";
import type { ProductRow } from "#lib/inventory/queries.ts";

/** The five figures of a product, in one strip. */
export function ProductFigures({ product }: { product: ProductRow }) {
  const t = useTranslations("inventory.product");
  const format = useFormatter();
  return (
    <section aria-label={t("figures")} className="overflow-hidden rounded-xl border bg-surface">
      <dl className="-mb-px -ms-px grid grid-cols-2 md:grid-cols-5">
        <Figure label={t("stock")}>{format.number(product.stock).replace("-", "−")}</Figure>
        <Figure label={t("reserved")}>{format.number(product.reserved)}</Figure>
        <Figure label={t("available")}>
          <AvailableUnits units={product.available} />
        </Figure>
        <Figure label={t("sold")}>{format.number(product.soldIn30Days)}</Figure>
        <Figure label={t("lasts")}>
          <Cover product={product} />
        </Figure>
      </dl>
    </section>
  );
}

function Figure({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="border-b border-s px-5 py-3">
      <dt className="text-sm text-subheading">{label}</dt>
      <dd className="font-semibold text-heading text-[20px] tabular-nums leading-7 tracking-[-0.01em]">
        {children}
      </dd>
    </div>
  );
}
