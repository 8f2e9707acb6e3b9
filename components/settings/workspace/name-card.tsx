"use client";

import { useTranslations } from "next-intl";
import { LogoField } from "#components/settings/workspace/logo-field.tsx";
import { Alert } from "#components/ui/alert.tsx";
import { Button } from "#components/ui/button.tsx";
import { Card, CardContent, CardHeader, CardTitle } from "#components/ui/card.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { toast } from "#components/ui/toast.ts";
import { usePlainForm } from "#components/ui/use-plain-form.tsx";
import { changeWorkspaceAction } from "#lib/workspace/actions.ts";

export interface NameCardProps {
  name: string;
  logo: string | null;
}

/** What the business is called, and its sign. */
export function NameCard({ name, logo }: NameCardProps) {
  const t = useTranslations("workspace");
  const { form, pending, message, errors } = usePlainForm(changeWorkspaceAction, {
    missing: { name: "nameMissing" },
    onSuccess: () => toast.success(t("saved")),
  });
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t("name.title")}</CardTitle>
      </CardHeader>
      <CardContent className="grid max-w-md gap-4">
        <LogoField logo={logo} />
        <form noValidate method="post" {...form} className="grid gap-4">
          {message && (
            <Alert tone="danger" role="alert">
              {message}
            </Alert>
          )}
          <Field label={t("name.label")} hint={t("name.hint")} error={errors.name}>
            <Input name="name" autoComplete="organization" defaultValue={name} maxLength={80} />
          </Field>
          <Button type="submit" variant="primary" className="justify-self-start" loading={pending}>
            {t("name.save")}
          </Button>
        </form>
      </CardContent>
    </Card>
  );
}
