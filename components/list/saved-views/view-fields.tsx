"use client";

import { useTranslations } from "next-intl";
import { Controller, useForm } from "react-hook-form";
import { useRole } from "#components/shell/shell-context.tsx";
import { Alert } from "#components/ui/alert.tsx";
import { Button } from "#components/ui/button.tsx";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { DialogFooter } from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { schemaResolver } from "#components/ui/schema-resolver.ts";
import { useFormAction } from "#components/ui/use-form-action.tsx";
import type { ActionResult } from "#lib/base/auth/action-result.ts";
import { can } from "#lib/base/auth/permissions.ts";

const resolver = schemaResolver(() =>
  import("#lib/base/list/saved-views/schema.ts").then(({ newViewSchema }) =>
    newViewSchema.pick({ name: true, isShared: true }),
  ),
);

export interface ViewValues {
  name: string;
  isShared: boolean;
}

export interface ViewFormProps {
  view: ViewValues;
  submitLabel: string;
  save: (values: ViewValues) => Promise<ActionResult<void>>;
  onSaved: () => void;
}

/** What a saved view is called, and for those who may share, whether the colleagues see it. */
export function ViewForm({ view, submitLabel, save, onSaved }: ViewFormProps) {
  const t = useTranslations("views");
  // Who shared it before and may no longer has to be able to stop.
  const isSharingAsked = can(useRole(), "views.share") || view.isShared;
  const form = useForm({ resolver, defaultValues: view });
  const { submit, message, pending } = useFormAction(form, save, onSaved);
  return (
    <form onSubmit={submit} noValidate className="grid gap-4">
      {message && (
        <Alert tone="danger" role="alert">
          {message}
        </Alert>
      )}
      <Field label={t("name")} error={form.formState.errors.name?.message}>
        <Input maxLength={60} autoComplete="off" {...form.register("name")} />
      </Field>
      {isSharingAsked && (
        <Controller
          control={form.control}
          name="isShared"
          render={({ field }) => (
            <div className="flex items-center gap-2.5">
              <Checkbox id="view-is-shared" checked={field.value} onCheckedChange={field.onChange} />
              <label htmlFor="view-is-shared" className="text-sm">
                {t("share")}
              </label>
            </div>
          )}
        />
      )}
      <DialogFooter>
        <Button type="submit" variant="primary" loading={pending}>
          {submitLabel}
        </Button>
      </DialogFooter>
    </form>
  );
}
