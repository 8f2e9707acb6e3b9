"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { Controller, useController, useForm, useWatch } from "react-hook-form";
import { OwnerSelect, type PossibleOwner } from "#components/stores/owner-select.tsx";
import { PlatformChoice } from "#components/stores/platform-choice.tsx";
import { WebhookSecretField } from "#components/stores/webhook-secret-field.tsx";
import { Alert } from "#components/ui/alert.tsx";
import { Button } from "#components/ui/button.tsx";
import { Card, CardFooter } from "#components/ui/card.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { schemaResolver } from "#components/ui/schema-resolver.ts";
import { toast } from "#components/ui/toast.ts";
import { useFormAction } from "#components/ui/use-form-action.tsx";
import { createStoreAction } from "#lib/stores/actions.ts";
import { type StoreType, storeTypes } from "#lib/stores/model.ts";
import type { NewStoreInput } from "#lib/stores/schema.ts";

const resolver = schemaResolver(() =>
  import("#lib/stores/schema.ts").then((module) => module.newStoreSchema),
);

export interface NewStoreFormProps {
  /** A store that was removed, to be connected again. */
  removed: { type: StoreType; name: string; domain: string } | null;
  /** Whom the store may belong to, for those who may choose; else the store is one's own. */
  owners: PossibleOwner[] | null;
  /** The person who fills in the form. */
  userId: string;
}

export function NewStoreForm({ removed, owners, userId }: NewStoreFormProps) {
  const t = useTranslations("stores.form");
  const router = useRouter();
  const form = useForm({
    resolver,
    defaultValues: {
      type: removed?.type ?? storeTypes[0],
      name: removed?.name ?? "",
      domain: removed?.domain ?? "",
      webhookSecret: "",
      ...(owners && { userId }),
    } satisfies NewStoreInput as NewStoreInput,
  });
  const { submit, pending, message } = useFormAction(form, createStoreAction, ({ id }) => {
    toast.success(t("added"));
    router.push(`/settings/stores/${id}`);
  });
  const { field: owner } = useController({ control: form.control, name: "userId" });
  const [type, secret] = useWatch({ control: form.control, name: ["type", "webhookSecret"] });
  const { errors } = form.formState;

  return (
    <Card>
      <form noValidate method="post" onSubmit={submit} autoComplete="off">
        <div className="grid gap-5 p-4 md:p-5">
          {message && (
            <Alert tone="danger" role="alert">
              {message}
            </Alert>
          )}
          <Controller
            control={form.control}
            name="type"
            render={({ field }) => <PlatformChoice value={field.value} onChange={field.onChange} />}
          />
          <Field label={t("name")} hint={t("nameHint")} error={errors.name?.message}>
            <Input {...form.register("name")} />
          </Field>
          <Field label={t("domain")} hint={t(`domainHint.${type}`)} error={errors.domain?.message}>
            <Input
              inputMode="url"
              autoCapitalize="none"
              spellCheck={false}
              placeholder={t(`domainPlaceholder.${type}`)}
              {...form.register("domain")}
            />
          </Field>
          <WebhookSecretField
            type={type}
            secret={secret}
            error={errors.webhookSecret?.message}
            input={form.register("webhookSecret")}
            onGenerate={(made) =>
              form.setValue("webhookSecret", made, { shouldDirty: true, shouldValidate: true })
            }
          />
          {owners && (
            <Field label={t("owner")} hint={t("ownerHint")} error={errors.userId?.message}>
              <OwnerSelect field={owner} owners={owners} />
            </Field>
          )}
        </div>
        <CardFooter className="max-md:[&>*]:flex-1">
          <Button asChild>
            <Link href="/settings/stores">{t("cancel")}</Link>
          </Button>
          <Button type="submit" variant="primary" loading={pending}>
            {t("submit")}
          </Button>
        </CardFooter>
      </form>
    </Card>
  );
}
