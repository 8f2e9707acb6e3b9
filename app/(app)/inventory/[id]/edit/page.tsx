import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { loadWritableProduct } from "#app/(app)/inventory/[id]/load-product.ts";
import { EditProductForm } from "#components/inventory/edit-product-form.tsx";
import { Page, PageHeader } from "#components/shell/page.tsx";
import { requirePermission } from "#lib/base/auth/session.ts";
import { typedAmount } from "#lib/base/money/amount.ts";
import { getUsualLevel } from "#lib/inventory/queries.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("inventory.form"))("editTitle") };
}

export default async function EditProductPage({ params }: PageProps<"/inventory/[id]/edit">) {
  const session = await requirePermission("inventory.write");
  const [t, locale, inventory, product, usualLevel] = await Promise.all([
    getTranslations("inventory.form"),
    getLocale(),
    getTranslations("inventory"),
    loadWritableProduct((await params).id),
    getUsualLevel(session),
  ]);
  const { id, sku, name, price, currency } = product;
  return (
    <Page
      trail={[
        { label: inventory("title"), href: "/inventory" },
        { label: name, href: `/inventory/${id}` },
        { label: t("editTitle") },
      ]}
    >
      <PageHeader title={t("editTitle")} />
      <EditProductForm
        product={{
          id,
          sku,
          name,
          price: typedAmount(price, currency, locale),
          currency,
          lowStockAt: product.hasOwnLevel ? product.lowStockAt : null,
        }}
        photo={product.photo}
        usualLevel={usualLevel}
      />
    </Page>
  );
}
