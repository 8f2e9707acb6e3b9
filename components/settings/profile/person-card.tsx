"use client";

import { useTranslations } from "next-intl";
import { EmailPart, type EmailPartProps } from "#components/settings/profile/email-part.tsx";
import { PhotoPart } from "#components/settings/profile/photo-part.tsx";
import { Alert } from "#components/ui/alert.tsx";
import { Button } from "#components/ui/button.tsx";
import { Card, CardContent, CardHeader, CardTitle } from "#components/ui/card.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { toast } from "#components/ui/toast.ts";
import { usePlainForm } from "#components/ui/use-plain-form.tsx";
import { changeProfileAction } from "#lib/profile/actions.ts";

export interface PersonCardProps {
  id: string;
  name: string;
  email: EmailPartProps;
}

/** What the person is called, and the address that the person signs in with. */
export function PersonCard({ id, name, email }: PersonCardProps) {
  const t = useTranslations("profile");
  const { form, pending, message, errors } = usePlainForm(changeProfileAction, {
    missing: { name: "nameMissing" },
    onSuccess: () => toast.success(t("saved")),
  });
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t("person.title")}</CardTitle>
      </CardHeader>
      <CardContent className="grid gap-6">
        <PhotoPart id={id} name={name} />
        <form noValidate method="post" {...form} className="grid max-w-md gap-4">
          {message && (
            <Alert tone="danger" role="alert">
              {message}
            </Alert>
          )}
          <Field label={t("person.name")} hint={t("person.nameHint")} error={errors.name}>
            <Input name="name" autoComplete="name" defaultValue={name} maxLength={80} />
          </Field>
          <Button type="submit" variant="primary" className="justify-self-start" loading={pending}>
            {t("person.save")}
          </Button>
        </form>
      </CardContent>
      <CardContent className="border-t pt-4">
        <EmailPart {...email} />
      </CardContent>
    </Card>
  );
}
