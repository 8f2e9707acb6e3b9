import { Boxes } from "lucide-react";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Suspense } from "react";
import { Unmatched, UnmatchedCount } from "#app/(app)/inventory/unmatched-parts.tsx";
import { unmatchedSkus } from "#app/(app)/inventory/unmatched-skus.ts";
import { productViewCounts } from "#app/(app)/product-view-counts.ts";
import { InventoryActs } from "#components/inventory/inventory-acts.tsx";
import { ProductList } from "#components/inventory/product-list.tsx";
import { UsualLevelDialog } from "#components/inventory/usual-level-dialog.tsx";
import { ListEmpty } from "#components/list/list-empty.tsx";
import { ListPage, listMetadata } from "#components/list/list-page.tsx";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { can, seesEverything } from "#lib/base/auth/permissions.ts";
import type { Session } from "#lib/base/auth/session.ts";
import { loadFrame, openList } from "#lib/base/list/open.ts";
import { productExport } from "#lib/export/inventory.ts";
import { type ProductView, productList } from "#lib/inventory/list.ts";
import { countProductsOn, getUsualLevel, listOwners, listProducts } from "#lib/inventory/queries.ts";

export async function generateMetadata({ searchParams }: PageProps<"/inventory">) {
  const t = await getTranslations("inventory.views");
  return listMetadata(productList, searchParams, ({ view }) => (view === "all" ? null : t(view)));
}

export default async function InventoryPage({ searchParams }: PageProps<"/inventory">) {
  const { session, params, misread } = await openList(productList, searchParams);
  // Not awaited: looking through ninety days of orders may take longer than the list.
  void unmatchedSkus(session).catch(() => undefined);
  const [page, counts, owners, usualLevel, frame] = await Promise.all([
    listProducts(session, params),
    productViewCounts(session),
    seesEverything(session.role) ? listOwners(session) : [],
    can(session.role, "workspace.write") ? getUsualLevel(session) : null,
    loadFrame(session, productExport),
  ]);
  const hasNone = counts.all + counts.archived === 0;
  const unmatched = (
    <Suspense fallback={<span className="inline-block w-3" />}>
      <UnmatchedCount session={session} />
    </Suspense>
  );
  return (
    <ListPage
      list="inventory"
      actions={
        can(session.role, "inventory.write") && (
          <>
            {params.view === "low" && usualLevel !== null && <UsualLevelDialog level={usualLevel} />}
            <InventoryActs />
          </>
        )
      }
    >
      <ProductList
        {...frame}
        searched={params.q}
        misread={misread}
        exactCount={countProductsOn(session, params, page)}
        page={page}
        counts={{ ...counts, unmatched }}
        banner={
          <Suspense>
            <Unmatched session={session} />
          </Suspense>
        }
        owners={owners}
        empty={
          <ListEmpty list={productList} params={params} page={page} hasNone={hasNone}>
            {hasNone ? <NoProducts session={session} /> : <NothingInView view={params.view} />}
          </ListEmpty>
        }
      />
    </ListPage>
  );
}

/** There is no product at all. */
async function NoProducts({ session }: { session: Session }) {
  const t = await getTranslations("inventory");
  if (!can(session.role, "inventory.write"))
    return <EmptyState icon={Boxes} title={t("empty.none")} text={t("empty.noneToRead")} />;
  return (
    <EmptyState
      icon={Boxes}
      title={t("empty.none")}
      text={t("empty.noneText")}
      action={
        <>
          <Button asChild>
            <Link href="/inventory/import">{t("acts.import")}</Link>
          </Button>
          <Button asChild>
            <Link href="/inventory/new">{t("acts.add")}</Link>
          </Button>
        </>
      }
    />
  );
}

async function NothingInView({ view }: { view: ProductView }) {
  const t = await getTranslations("inventory.empty");
  return <EmptyState icon={Boxes} title={t("view")} text={t(view === "all" ? "noneText" : view)} />;
}
