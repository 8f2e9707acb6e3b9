import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { loadProduct } from "#app/(app)/inventory/[id]/load-product.ts";
import { AlertsCard } from "#components/inventory/alerts-card.tsx";
import { AliasesCard } from "#components/inventory/aliases-card.tsx";
import { AvailableChart } from "#components/inventory/available-chart.tsx";
import { Ledger } from "#components/inventory/ledger.tsx";
import { OversoldNotice } from "#components/inventory/oversold-notice.tsx";
import { ProductPhoto } from "#components/inventory/photo/product-photo.tsx";
import { ProductActs } from "#components/inventory/product-acts.tsx";
import { ProductFigures } from "#components/inventory/product-figures.tsx";
import { ProductPill } from "#components/inventory/product-state.tsx";
import { ReturnsCard } from "#components/inventory/returns-card.tsx";
import { Page, PageHeader } from "#components/shell/page.tsx";
import { Money } from "#components/ui/money.tsx";
import { requirePermission } from "#lib/base/auth/session.ts";
import { listStockAlerts } from "#lib/inventory/alerts.ts";
import { listAliases } from "#lib/inventory/aliases.ts";
import { loadAvailableByDay } from "#lib/inventory/available-by-day.ts";
import { loadHistory } from "#lib/inventory/history.ts";
import { findOversellingOrders, findUnitsToCheck } from "#lib/inventory/lines.ts";

/** So many of the newest alerts tell how a product has fared. */
const shownAlerts = 5;

export async function generateMetadata({ params }: PageProps<"/inventory/[id]">): Promise<Metadata> {
  return { title: (await loadProduct((await params).id)).name };
}

export default async function ProductPage({ params }: PageProps<"/inventory/[id]">) {
  const session = await requirePermission("inventory.read");
  const product = await loadProduct((await params).id);
  const { id, name, sku, standing, toCheck, isWritable } = product;
  const [t, history, days, aliases, alerts, oversold, returns] = await Promise.all([
    getTranslations("inventory"),
    loadHistory(session, id),
    loadAvailableByDay(session, product),
    listAliases(session, id),
    listStockAlerts(session, id, shownAlerts),
    standing === "oversold" ? findOversellingOrders(session, id) : [],
    toCheck > 0 ? findUnitsToCheck(session, { productId: id }) : [],
  ]);
  return (
    <Page
      trail={[{ label: t("title"), href: "/inventory" }, { label: name }]}
      className="mx-auto max-w-[960px]"
    >
      <PageHeader
        title={<bdi>{name}</bdi>}
        picture={<ProductPhoto product={product} className="size-12 rounded-xl" />}
        aside={<ProductPill product={product} />}
        description={
          <>
            <span className="font-mono text-xs">{sku}</span> ·{" "}
            {product.ownerId ? (product.ownerName ?? t("formerMember")) : t("platform")} ·{" "}
            <Money amount={product.price} currency={product.currency} />
          </>
        }
        actions={isWritable && <ProductActs product={product} />}
      />
      <ProductFigures product={product} />
      {standing === "oversold" && <OversoldNotice units={-product.available} orders={oversold} />}
      {returns.length > 0 && <ReturnsCard lines={returns} isWritable={isWritable} />}
      <AvailableChart days={days} lowStockAt={product.lowStockAt} />
      {alerts.length > 0 && <AlertsCard alerts={alerts} />}
      {aliases.length > 0 && <AliasesCard aliases={aliases} />}
      <Ledger productId={id} history={history} />
    </Page>
  );
}
