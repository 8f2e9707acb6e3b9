"use client";

import { Box, Inbox, type LucideIcon, Package, Users } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { leadStatusKey, leadStatusTones } from "#components/leads/lead-status.ts";
import type { PalettePage } from "#components/palette/palette-pages.ts";
import { Money } from "#components/ui/money.tsx";
import { StatusPill } from "#components/ui/status-pill.tsx";
import { leadList } from "#lib/leads/list.ts";
import type { CustomerHit, LeadHit, OrderHit, PaletteResult, ProductHit } from "#lib/palette/schema.ts";

/** One thing to go to. */
export interface PaletteOption {
  id: string;
  href: string;
  icon: LucideIcon;
  title: string;
  detail: string | null;
  aside: ReactNode;
}

export interface PaletteGroup {
  id: "pages" | keyof PaletteResult;
  options: PaletteOption[];
}

/** What is on offer, in groups of a fixed order, so that answers that come later move nothing above them. */
export function usePaletteGroups(pages: PalettePage[], result: PaletteResult | null): PaletteGroup[] {
  const t = useTranslations("palette");
  const noName = t("noName");
  const groups: PaletteGroup[] = [
    { id: "pages", options: pages.map(pageOption) },
    { id: "leads", options: result?.leads.map((hit) => leadOption(hit, noName)) ?? [] },
    { id: "orders", options: result?.orders.map((hit) => orderOption(hit, noName)) ?? [] },
    { id: "customers", options: result?.customers.map((hit) => customerOption(hit, noName)) ?? [] },
    { id: "products", options: result?.products.map(productOption) ?? [] },
  ];
  return groups.filter(({ options }) => options.length > 0);
}

function pageOption({ id, href, icon, label, within }: PalettePage): PaletteOption {
  return { id: `palette-page-${id}`, href, icon, title: label, detail: within, aside: null };
}

function leadOption(hit: LeadHit, noName: string): PaletteOption {
  return {
    id: `palette-lead-${hit.id}`,
    href: `/leads/${hit.id}`,
    icon: Inbox,
    title: hit.name ?? noName,
    detail: joined(hit.orderNumber, hit.phone, hit.storeName),
    aside: <HitPill hit={hit} />,
  };
}

function orderOption(hit: OrderHit, noName: string): PaletteOption {
  return {
    id: `palette-order-${hit.id}`,
    href: `/orders/${hit.id}`,
    icon: Package,
    title: hit.orderNumber,
    detail: hit.name ?? noName,
    aside: <Money amount={hit.total} currency={hit.currency} />,
  };
}

function customerOption(hit: CustomerHit, noName: string): PaletteOption {
  const title = hit.name ?? hit.phone ?? hit.email ?? noName;
  return {
    id: `palette-customer-${hit.id}`,
    href: `/customers/${hit.id}`,
    icon: Users,
    title,
    detail: joined(...[hit.phone, hit.email].filter((part) => part !== title)),
    aside: null,
  };
}

/** A SKU that no product has leads to the leads that it was sold to. */
function productOption({ id, sku, name }: ProductHit): PaletteOption {
  return {
    id: `palette-product-${id ?? encodeURIComponent(sku)}`,
    href: id ? `/inventory/${id}` : leadList.url({ sku, view: "all" }),
    icon: Box,
    title: name,
    detail: sku,
    aside: null,
  };
}

function joined(...parts: (string | null)[]): string | null {
  return parts.filter((part) => part !== null).join(" · ") || null;
}

function HitPill({ hit }: { hit: LeadHit }) {
  const t = useTranslations("statuses");
  const key = leadStatusKey(hit);
  return <StatusPill tone={leadStatusTones[key]}>{t(key)}</StatusPill>;
}
