"use client";

import { useTranslations } from "next-intl";
import { useForm } from "react-hook-form";
import { unitsOf } from "#components/inventory/product-fields.tsx";
import { Alert } from "#components/ui/alert.tsx";
import { Button } from "#components/ui/button.tsx";
import { DialogFooter } from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { schemaResolver } from "#components/ui/schema-resolver.ts";
import { toast } from "#components/ui/toast.ts";
import { useFormAction } from "#components/ui/use-form-action.tsx";
import { setUsualLevelAction } from "#lib/inventory/actions.ts";

const resolver = schemaResolver(() =>
  import("#lib/inventory/schema.ts").then((module) => module.usualLevelSchema),
);

export function UsualLevelForm({ level, onClose }: { level: number; onClose: () => void }) {
  const t = useTranslations("inventory.usualLevel");
  const form = useForm({ resolver, defaultValues: { level } });
  const { submit, pending, message } = useFormAction(form, setUsualLevelAction, () => {
    toast.success(t("saved"));
    onClose();
  });
  return (
    <form noValidate onSubmit={submit} className="grid gap-4">
      {message && (
        <Alert tone="danger" role="alert">
          {message}
        </Alert>
      )}
      <Field label={t("level")} error={form.formState.errors.level?.message}>
        <Input inputMode="numeric" autoComplete="off" {...form.register("level", { setValueAs: unitsOf })} />
      </Field>
      <DialogFooter>
        <Button disabled={pending} onClick={onClose}>
          {t("cancel")}
        </Button>
        <Button type="submit" variant="primary" loading={pending}>
          {t("save")}
        </Button>
      </DialogFooter>
    </form>
  );
}
