"use client";

import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { TabLinks, type TabLinksProps } from "#components/ui/tab-links.tsx";
import { type ProductListParams, type ProductView, productList } from "#lib/inventory/list.ts";

export interface ViewCounts extends Record<ProductView, number> {
  /** SKUs that no product has; it may come later than the rest. */
  unmatched: ReactNode;
}

export interface ProductTabsProps extends Partial<Pick<ProductListParams, "sort" | "size">> {
  /** The open tab; null on the page of the SKUs that match nothing. */
  view: ProductView | null;
  counts: ViewCounts;
}

/** The tabs of the products on the page of one of them. */
export function ProductTabs(props: ProductTabsProps) {
  return <TabLinks {...useProductTabs(props)} />;
}

/** Products by how they stand, and the SKUs that none has. Units to check have a tab while there are any. */
export function useProductTabs({ view: open, counts, ...order }: ProductTabsProps): TabLinksProps {
  const t = useTranslations("inventory.views");
  const format = useFormatter();
  const views: ProductView[] = ["all", "low", "out", "oversold"];
  if (counts.to_check > 0 || open === "to_check") views.push("to_check");
  const tab = (view: ProductView) => ({
    href: productList.url({ view, ...order }),
    label: t(view),
    count: format.number(counts[view]),
    active: view === open,
  });
  return {
    label: t("label"),
    tabs: [
      ...views.map(tab),
      {
        href: "/inventory/unmatched",
        label: t("unmatched"),
        count: counts.unmatched,
        active: open === null,
      },
      tab("archived"),
    ],
  };
}
