import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ProductForm } from "#components/inventory/product-form.tsx";
import { Page, PageHeader } from "#components/shell/page.tsx";
import { can } from "#lib/base/auth/permissions.ts";
import { requirePermission } from "#lib/base/auth/session.ts";
import { getUsualLevel } from "#lib/inventory/queries.ts";
import { productDraftSchema } from "#lib/inventory/schema.ts";
import { listPossibleOwners } from "#lib/stores/queries.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("inventory.form"))("addTitle") };
}

export default async function NewProductPage({ searchParams }: PageProps<"/inventory/new">) {
  const session = await requirePermission("inventory.write");
  const isForOthers = can(session.role, "inventory.writeForOthers");
  const [t, inventory, owners, usualLevel, query] = await Promise.all([
    getTranslations("inventory.form"),
    getTranslations("inventory"),
    isForOthers ? listPossibleOwners(session) : null,
    getUsualLevel(session),
    searchParams,
  ]);
  const { sku, name, owner } = productDraftSchema.parse(query);
  return (
    <Page trail={[{ label: inventory("title"), href: "/inventory" }, { label: t("addTitle") }]}>
      <PageHeader title={t("addTitle")} description={t("addText")} />
      <ProductForm
        draft={{ sku, name, ownerId: isForOthers ? owner : session.userId }}
        owners={owners}
        currency={session.workspace.currency}
        usualLevel={usualLevel}
      />
    </Page>
  );
}
