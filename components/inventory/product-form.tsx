"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { OwnerField } from "#components/inventory/owner-field.tsx";
import { PhotoField } from "#components/inventory/photo/photo-field.tsx";
import { type PhotoChange, savePhoto } from "#components/inventory/photo/save-photo.ts";
import { ProductFields, type ProductValues, unitsOf } from "#components/inventory/product-fields.tsx";
import { Alert } from "#components/ui/alert.tsx";
import { Button } from "#components/ui/button.tsx";
import { Card, CardFooter } from "#components/ui/card.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { schemaResolver } from "#components/ui/schema-resolver.ts";
import { toast } from "#components/ui/toast.ts";
import { useFormAction } from "#components/ui/use-form-action.tsx";
import { addProductAction } from "#lib/inventory/actions.ts";
import type { NewProductInput } from "#lib/inventory/schema.ts";

const resolver = schemaResolver(() =>
  import("#lib/inventory/schema.ts").then((module) => module.newProductSchema),
);

export interface ProductFormProps {
  /** What is known of it: a SKU that matches nothing is to become a product. */
  draft: Pick<ProductValues, "sku" | "name"> & { ownerId: string | null };
  /** Whose it may be, for those who may choose; else it is one's own. */
  owners: { id: string; name: string }[] | null;
  currency: string;
  /** From how many on products are low unless they say otherwise. */
  usualLevel: number;
}

/** Adds a product; it serves past orders of its SKU when asked to. */
export function ProductForm({ draft, owners, currency, usualLevel }: ProductFormProps) {
  const t = useTranslations("inventory.form");
  const unreachable = useTranslations("errors")("unreachable");
  const router = useRouter();
  const form = useForm({
    resolver,
    defaultValues: {
      ...draft,
      price: "",
      currency,
      lowStockAt: null,
      stock: 0,
      servesPastOrders: true,
    } satisfies NewProductInput as NewProductInput,
  });
  const [photo, setPhoto] = useState<PhotoChange>();
  const { submit, pending, message } = useFormAction(form, addProductAction, async ({ id, isGoingOn }) => {
    const { name } = form.getValues();
    // The product is there, with or without its photo: that can be sent again from its page.
    const refused = await savePhoto(id, photo, unreachable);
    if (refused) toast.error(refused);
    toast.success(t(isGoingOn ? "addedGoingOn" : "added", { name }));
    router.push(`/inventory/${id}`);
  });
  const { errors } = form.formState;
  return (
    <Card className="max-w-2xl">
      <form noValidate method="post" onSubmit={submit} autoComplete="off">
        <div className="grid gap-5 p-4 md:p-5">
          {message && (
            <Alert tone="danger" role="alert">
              {message}
            </Alert>
          )}
          <PhotoField change={photo} onChange={setPhoto} />
          <ProductFields
            register={form.register as never}
            errors={errors}
            usualLevel={usualLevel}
            stock={
              <Field label={t("stock")} hint={t("stockHint")} error={errors.stock?.message}>
                <Input inputMode="numeric" {...form.register("stock", { setValueAs: unitsOf })} />
              </Field>
            }
          />
          {owners && (
            <OwnerField
              control={form.control}
              owners={owners}
              label={t("owner")}
              hint={t("ownerHint")}
              error={errors.ownerId?.message}
            />
          )}
          <label className="flex items-start gap-3 text-sm">
            <input
              type="checkbox"
              className="mt-0.5 size-4 accent-ring"
              {...form.register("servesPastOrders")}
            />
            <span>
              <span className="block font-medium text-heading">{t("servesPastOrders")}</span>
              <span className="block text-subheading text-xs">{t("servesPastOrdersText")}</span>
            </span>
          </label>
        </div>
        <CardFooter className="max-md:[&>*]:flex-1">
          <Button asChild>
            <Link href="/inventory">{t("cancel")}</Link>
          </Button>
          <Button type="submit" variant="primary" loading={pending}>
            {t("add")}
          </Button>
        </CardFooter>
      </form>
    </Card>
  );
}
