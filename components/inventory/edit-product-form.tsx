"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { PhotoField } from "#components/inventory/photo/photo-field.tsx";
import { type PhotoChange, savePhoto } from "#components/inventory/photo/save-photo.ts";
import { ProductFields } from "#components/inventory/product-fields.tsx";
import { Alert } from "#components/ui/alert.tsx";
import { Button } from "#components/ui/button.tsx";
import { Card, CardFooter } from "#components/ui/card.tsx";
import { schemaResolver } from "#components/ui/schema-resolver.ts";
import { toast } from "#components/ui/toast.ts";
import { useFormAction } from "#components/ui/use-form-action.tsx";
import { editProductAction } from "#lib/inventory/actions.ts";
import type { ProductEditInput } from "#lib/inventory/schema.ts";

const resolver = schemaResolver(() =>
  import("#lib/inventory/schema.ts").then((module) => module.productEditSchema),
);

export interface EditProductFormProps {
  product: ProductEditInput;
  /** The key of its photo. */
  photo: string | null;
  /** From how many on products are low unless they say otherwise. */
  usualLevel: number;
}

/** Changes what is said of a product; its stock is moved on its page. */
export function EditProductForm({ product, photo, usualLevel }: EditProductFormProps) {
  const t = useTranslations("inventory.form");
  const unreachable = useTranslations("errors")("unreachable");
  const router = useRouter();
  const [change, setChange] = useState<PhotoChange>();
  const form = useForm({ resolver, defaultValues: product });
  const address = `/inventory/${product.id}`;
  const { submit, pending, message } = useFormAction(form, editProductAction, async () => {
    const refused = await savePhoto(product.id, change, unreachable);
    if (refused) return void toast.error(refused);
    toast.success(t("saved"));
    router.push(address);
  });
  return (
    <Card className="max-w-2xl">
      <form noValidate method="post" onSubmit={submit} autoComplete="off">
        <div className="grid gap-5 p-4 md:p-5">
          {message && (
            <Alert tone="danger" role="alert">
              {message}
            </Alert>
          )}
          <PhotoField product={{ id: product.id, photo }} change={change} onChange={setChange} />
          <ProductFields
            register={form.register as never}
            errors={form.formState.errors}
            usualLevel={usualLevel}
          />
        </div>
        <CardFooter className="max-md:[&>*]:flex-1">
          <Button asChild>
            <Link href={address}>{t("cancel")}</Link>
          </Button>
          <Button type="submit" variant="primary" loading={pending}>
            {t("save")}
          </Button>
        </CardFooter>
      </form>
    </Card>
  );
}
