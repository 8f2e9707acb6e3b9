"use client";

import { Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { Button } from "#components/ui/button.tsx";
import {
  Dialog,
  DialogContent,
  DialogDescription,
  DialogFooter,
  DialogHeader,
  DialogTitle,
  DialogTrigger,
} from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { schemaResolver } from "#components/ui/schema-resolver.ts";
import { toast } from "#components/ui/toast.ts";
import { useFormAction } from "#components/ui/use-form-action.tsx";
import { removeStoreAction } from "#lib/stores/actions.ts";
import type { StoreRow } from "#lib/stores/queries.ts";

const resolver = schemaResolver(() =>
  import("#lib/stores/schema.ts").then((module) => module.storeRemovalSchema),
);

type RemovableStore = Pick<StoreRow, "id" | "name">;

/** Removes a store, once its name was typed. */
export function RemoveStore({ store }: { store: RemovableStore }) {
  const t = useTranslations("stores.remove");
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Dialog open={isOpen} onOpenChange={setIsOpen}>
      <DialogTrigger asChild>
        <Button>
          <Trash2 aria-hidden />
          {t("open")}
        </Button>
      </DialogTrigger>
      <DialogContent className="md:max-w-lg">
        <DialogHeader>
          <DialogTitle>{t("title")}</DialogTitle>
          <DialogDescription>{t("text")}</DialogDescription>
        </DialogHeader>
        <RemovalForm store={store} onCancel={() => setIsOpen(false)} />
      </DialogContent>
    </Dialog>
  );
}

function RemovalForm({ store, onCancel }: { store: RemovableStore; onCancel: () => void }) {
  const t = useTranslations("stores.remove");
  const router = useRouter();
  const form = useForm({ resolver, defaultValues: { id: store.id, name: "" } });
  const { submit, pending, message } = useFormAction(form, removeStoreAction, () => {
    toast.success(t("done"));
    router.push("/settings/stores");
  });
  return (
    <form noValidate onSubmit={submit} autoComplete="off" className="grid gap-4">
      <Field
        label={t("name", { name: store.name })}
        error={form.formState.errors.name?.message ?? message ?? undefined}
      >
        <Input {...form.register("name")} />
      </Field>
      <DialogFooter>
        <Button disabled={pending} onClick={onCancel}>
          {t("cancel")}
        </Button>
        <Button type="submit" variant="destructive" loading={pending}>
          {t("confirm")}
        </Button>
      </DialogFooter>
    </form>
  );
}
