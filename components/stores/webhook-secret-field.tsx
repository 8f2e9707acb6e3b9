"use client";

import { KeyRound } from "lucide-react";
import { useTranslations } from "next-intl";
import { type UseFormReturn, useWatch } from "react-hook-form";
import { Button } from "#components/ui/button.tsx";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { Field } from "#components/ui/field.tsx";
import { SecretInput } from "#components/ui/secret-input.tsx";
import type { StoreType } from "#lib/stores/model.ts";
import type { NewStore, NewStoreInput } from "#lib/stores/schema.ts";

export interface WebhookSecretFieldProps {
  form: UseFormReturn<NewStoreInput, unknown, NewStore>;
  type: StoreType;
}

/** Shopify tells its secret; for WooCommerce one makes it up and types it into both, so Astra offers a strong one. */
export function WebhookSecretField({ form, type }: WebhookSecretFieldProps) {
  const t = useTranslations("stores.form");
  const secret = useWatch({ control: form.control, name: "webhookSecret" });
  const isOwn = type === "woocommerce";

  function generate() {
    form.setValue("webhookSecret", randomSecret(), { shouldDirty: true, shouldValidate: true });
  }

  return (
    <Field
      label={t("secret")}
      hint={t(`secretHint.${type}`)}
      error={form.formState.errors.webhookSecret?.message}
    >
      <div className="flex gap-2">
        <div className="min-w-0 flex-1">
          <SecretInput
            showLabel={t("show")}
            hideLabel={t("hide")}
            autoComplete="off"
            {...form.register("webhookSecret")}
          />
        </div>
        {isOwn && secret && <CopyButton value={secret} label={t("copySecret")} />}
        {isOwn && (
          <Button onClick={generate}>
            <KeyRound aria-hidden />
            {t("generate")}
          </Button>
        )}
      </div>
    </Field>
  );
}

/** 32 random bytes in letters and digits only: WordPress decodes HTML entities in a secret, and people copy it by hand. */
function randomSecret(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
