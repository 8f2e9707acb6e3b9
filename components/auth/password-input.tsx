"use client";

import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { SecretInput } from "#components/ui/secret-input.tsx";

export function PasswordInput(props: Omit<ComponentProps<"input">, "type">) {
  const t = useTranslations("auth");
  return <SecretInput showLabel={t("showPassword")} hideLabel={t("hidePassword")} {...props} />;
}
