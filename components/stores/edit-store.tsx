"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { Pencil } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { toast } from "sonner";
import { z } from "zod";
import { CountrySelect } from "#components/leads/detail/country-select.tsx";
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
import { Textarea } from "#components/ui/textarea.tsx";
import { useFormAction } from "#components/ui/use-form-action.ts";
import { editStoreAction } from "#lib/ingest/actions.ts";
import type { StoreRow } from "#lib/stores/queries.ts";
import { storeEditSchema } from "#lib/stores/schema.ts";

export interface EditStoreProps {
  store: StoreRow;
}

/** The names for cash on delivery stand one a line. */
const formSchema = storeEditSchema.extend({
  codGateways: z.preprocess(linesOf, storeEditSchema.shape.codGateways),
});

function linesOf(text: unknown): string[] {
  return String(text)
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

export function EditStore({ store }: EditStoreProps) {
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
        <EditForm store={store} onDone={() => setIsOpen(false)} />
      </DialogContent>
    </Dialog>
  );
}

function EditForm({ store, onDone }: EditStoreProps & { onDone: () => void }) {
  const t = useTranslations("stores.edit");
  const sentence = useOutcomeSentence();
  const form = useForm({
    resolver: zodResolver(formSchema),
    defaultValues: {
      id: store.id,
      name: store.name,
      codGateways: store.codGateways.join("\n") as unknown,
      defaultCountry: store.defaultCountry ?? "",
    },
  });
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

/** What is wrong with the list of names, or with the first of them that is wrong. */
function namesError(error: { message?: string } | { message?: string }[] | undefined): string | undefined {
  if (!error) return undefined;
  return Array.isArray(error) ? error.find((one) => one?.message)?.message : error.message;
}
