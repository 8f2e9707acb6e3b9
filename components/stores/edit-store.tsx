"use client";

import { Pencil } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useController, useForm } from "react-hook-form";
import { CountrySelect } from "#components/leads/detail/country-select.tsx";
import { OwnerSelect, type PossibleOwner } from "#components/stores/owner-select.tsx";
import { useOutcomeSentence } from "#components/stores/use-answer.ts";
import { Alert } from "#components/ui/alert.tsx";
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
import { Textarea } from "#components/ui/textarea.tsx";
import { toast } from "#components/ui/toast.ts";
import { useFormAction } from "#components/ui/use-form-action.tsx";
import { editStoreAction } from "#lib/ingest/actions.ts";
import type { StoreRow } from "#lib/stores/queries.ts";

export interface EditStoreProps {
  store: StoreRow;
  /** Whom the store can be handed to; null for those who may not do that. */
  owners: PossibleOwner[] | null;
}

const resolver = schemaResolver(() =>
  import("#lib/stores/schema.ts").then((module) => module.storeFormSchema),
);

export function EditStore({ store, owners }: EditStoreProps) {
  const t = useTranslations("stores.edit");
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Dialog open={isOpen} onOpenChange={setIsOpen}>
      <DialogTrigger asChild>
        <Button>
          <Pencil aria-hidden />
          {t("open")}
        </Button>
      </DialogTrigger>
      <DialogContent className="md:max-w-lg">
        <DialogHeader>
          <DialogTitle>{t("title")}</DialogTitle>
          <DialogDescription>{t("text")}</DialogDescription>
        </DialogHeader>
        <EditForm store={store} owners={owners} onDone={() => setIsOpen(false)} />
      </DialogContent>
    </Dialog>
  );
}

function EditForm({ store, owners, onDone }: EditStoreProps & { onDone: () => void }) {
  const t = useTranslations("stores.edit");
  const sentence = useOutcomeSentence();
  const form = useForm({
    resolver,
    defaultValues: {
      id: store.id,
      name: store.name,
      codGateways: store.codGateways.join("\n") as unknown,
      defaultCountry: store.defaultCountry ?? "",
      ...(owners && { userId: store.owner.id as string | undefined }),
    },
  });
  const { field } = useController({ control: form.control, name: "userId" });
  const { submit, pending, message } = useFormAction(form, editStoreAction, (outcome) => {
    toast.success(sentence(outcome));
    onDone();
  });
  const { errors } = form.formState;
  return (
    <form noValidate onSubmit={submit} className="grid gap-4">
      {message && (
        <Alert tone="danger" role="alert">
          {message}
        </Alert>
      )}
      <Field label={t("name")} error={errors.name?.message}>
        <Input {...form.register("name")} />
      </Field>
      <Field label={t("codGateways")} hint={t("codGatewaysHint")} error={namesError(errors.codGateways)}>
        <Textarea rows={3} {...form.register("codGateways")} />
      </Field>
      <Field label={t("country")} hint={t("countryHint")}>
        <CountrySelect {...form.register("defaultCountry")} />
      </Field>
      {owners && (
        <Field label={t("owner")} hint={t("ownerHint")} error={errors.userId?.message}>
          <OwnerSelect field={field} owners={withPresent(owners, store.owner)} />
        </Field>
      )}
      <DialogFooter>
        <Button disabled={pending} onClick={onDone}>
          {t("cancel")}
        </Button>
        <Button type="submit" variant="primary" loading={pending}>
          {t("save")}
        </Button>
      </DialogFooter>
    </form>
  );
}

/** The owner of now is among them also when nobody could choose that one any more. */
function withPresent(owners: PossibleOwner[], present: PossibleOwner): PossibleOwner[] {
  return owners.some(({ id }) => id === present.id) ? owners : [present, ...owners];
}

/** What is wrong with the list of names, or with the first of them that is wrong. */
function namesError(error: { message?: string } | { message?: string }[] | undefined): string | undefined {
  if (!error) return undefined;
  return Array.isArray(error) ? error.find((one) => one?.message)?.message : error.message;
}
