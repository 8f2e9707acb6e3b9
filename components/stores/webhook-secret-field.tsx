"use client";

import { KeyRound } from "lucide-react";
import { useTranslations } from "next-intl";
import type { UseFormRegisterReturn } from "react-hook-form";
import { Button } from "#components/ui/button.tsx";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { Field } from "#components/ui/field.tsx";
import { SecretInput } from "#components/ui/secret-input.tsx";
import { platformFacts } from "#lib/platforms/facts.ts";
import type { StoreType } from "#lib/stores/model.ts";

export interface WebhookSecretFieldProps {
  type: StoreType;
  /** What is entered now. */
  secret: string;
  error: string | undefined;
  input: UseFormRegisterReturn;
  onGenerate: (secret: string) => void;
}

/** A platform tells its secret, or one makes it up and types it into both: then Astra offers a strong one. */
export function WebhookSecretField({ type, secret, error, input, onGenerate }: WebhookSecretFieldProps) {
  const t = useTranslations("stores.form");
  const isOwn = platformFacts[type].secretIs === "made up";
  return (
    <Field label={t("secret")} hint={t(`secretHint.${type}`)} error={error}>
      <div className="flex gap-2">
        <div className="min-w-0 flex-1">
          <SecretInput showLabel={t("show")} hideLabel={t("hide")} autoComplete="off" {...input} />
        </div>
        {isOwn && secret && <CopyButton value={secret} label={t("copySecret")} />}
        {isOwn && (
          <Button onClick={() => onGenerate(randomSecret())}>
            <KeyRound aria-hidden />
            {t("generate")}
          </Button>
        )}
      </div>
    </Field>
  );
}

/** 32 random bytes in letters and digits only, which WordPress leaves as they are and people can copy by hand. */
function randomSecret(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
