"use client";

import { useTranslations } from "next-intl";
import { useForm } from "react-hook-form";
import { levelOf } from "#components/inventory/product-fields.tsx";
import { Alert } from "#components/ui/alert.tsx";
import { Button } from "#components/ui/button.tsx";
import {
  Dialog,
  DialogContent,
  DialogDescription,
  DialogFooter,
  DialogHeader,
  DialogTitle,
} from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { schemaResolver } from "#components/ui/schema-resolver.ts";
import { toast } from "#components/ui/toast.ts";
import { useFormAction } from "#components/ui/use-form-action.tsx";
import { setLowLevelAction } from "#lib/inventory/actions.ts";

const resolver = schemaResolver(() =>
  import("#lib/inventory/schema.ts").then((module) => module.lowLevelSchema),
);

export interface LevelDialogProps {
  ids: string[];
  isOpen: boolean;
  onClose: () => void;
  /** The level is set. */
  onDone: () => void;
}

/** From how many on the selected products are low. */
export function LevelDialog({ isOpen, onClose, ...form }: LevelDialogProps) {
  const t = useTranslations("inventory.bulk");
  return (
    <Dialog open={isOpen} onOpenChange={(open) => !open && onClose()}>
      <DialogContent className="md:max-w-md">
        <DialogHeader>
          <DialogTitle>{t("levelTitle", { count: form.ids.length })}</DialogTitle>
          <DialogDescription>{t("levelText")}</DialogDescription>
        </DialogHeader>
        {isOpen && <LevelForm {...form} onClose={onClose} />}
      </DialogContent>
    </Dialog>
  );
}

function LevelForm({ ids, onClose, onDone }: Omit<LevelDialogProps, "isOpen">) {
  const t = useTranslations("inventory.bulk");
  const form = useForm({ resolver, defaultValues: { ids, level: null as number | null } });
  const { submit, pending, message } = useFormAction(form, setLowLevelAction, (count) => {
    toast.success(t("levelSet", { count }));
    onClose();
    onDone();
  });
  return (
    <form noValidate onSubmit={submit} className="grid gap-4">
      {message && (
        <Alert tone="danger" role="alert">
          {message}
        </Alert>
      )}
      <Field label={t("units")} hint={t("unitsHint")} error={form.formState.errors.level?.message}>
        <Input
          autoFocus
          inputMode="numeric"
          autoComplete="off"
          {...form.register("level", { setValueAs: levelOf })}
        />
      </Field>
      <DialogFooter>
        <Button disabled={pending} onClick={onClose}>
          {t("cancel")}
        </Button>
        <Button type="submit" variant="primary" loading={pending}>
          {t("levelSave")}
        </Button>
      </DialogFooter>
    </form>
  );
}
