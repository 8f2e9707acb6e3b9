import { PackageCheck } from "lucide-react";
import type { Metadata } from "next";
import { getFormatter, getTranslations } from "next-intl/server";
import { unmatchedSkus } from "#app/(app)/inventory/unmatched-skus.ts";
import { productViewCounts } from "#app/(app)/product-view-counts.ts";
import { InventoryActs } from "#components/inventory/inventory-acts.tsx";
import { ProductTabs } from "#components/inventory/product-tabs.tsx";
import { UnmatchedList } from "#components/inventory/unmatched-list.tsx";
import { Page, PageHeader } from "#components/shell/page.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { can } from "#lib/base/auth/permissions.ts";
import { requirePermission } from "#lib/base/auth/session.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("inventory.unmatched"))("title") };
}

export default async function UnmatchedPage() {
  const session = await requirePermission("inventory.read");
  const [t, format, skus, counts] = await Promise.all([
    getTranslations("inventory"),
    getFormatter(),
    unmatchedSkus(session),
    productViewCounts(session),
  ]);
  return (
    <Page trail={[{ label: t("title"), href: "/inventory" }, { label: t("unmatched.title") }]}>
      <PageHeader
        title={t("title")}
        titleInTopBar
        actions={can(session.role, "inventory.write") && <InventoryActs />}
      />
      <ProductTabs view={null} counts={{ ...counts, unmatched: format.number(skus.length) }} />
      <p className="text-sm text-subheading">{t("unmatched.text")}</p>
      <div className="rounded-xl border bg-surface">
        {skus.length === 0 ? (
          <EmptyState icon={PackageCheck} title={t("unmatched.none")} text={t("unmatched.noneText")} />
        ) : (
          <UnmatchedList skus={skus} userId={session.userId} />
        )}
      </div>
    </Page>
  );
}
