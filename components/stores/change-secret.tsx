"use client";

import { KeyRound } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useForm, useWatch } from "react-hook-form";
import { WebhookSecretField } from "#components/stores/webhook-secret-field.tsx";
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
import { schemaResolver } from "#components/ui/schema-resolver.ts";
import { toast } from "#components/ui/toast.ts";
import { useFormAction } from "#components/ui/use-form-action.tsx";
import { changeSecretAction } from "#lib/stores/actions.ts";
import type { StoreRow } from "#lib/stores/queries.ts";
import type { NewSecretInput } from "#lib/stores/schema.ts";

const resolver = schemaResolver(() =>
  import("#lib/stores/schema.ts").then((module) => module.newSecretSchema),
);

export interface ChangeSecretProps {
  store: Pick<StoreRow, "id" | "type">;
}

/** Changes the secret that signs the store's deliveries; nothing shows the present one. */
export function ChangeSecret(props: ChangeSecretProps) {
  const t = useTranslations("stores.secret");
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Dialog open={isOpen} onOpenChange={setIsOpen}>
      <DialogTrigger asChild>
        <Button>
          <KeyRound aria-hidden />
          {t("open")}
        </Button>
      </DialogTrigger>
      <DialogContent className="md:max-w-lg">
        <DialogHeader>
          <DialogTitle>{t("title")}</DialogTitle>
          <DialogDescription>{t(`text.${props.store.type}`)}</DialogDescription>
        </DialogHeader>
        <SecretForm {...props} onDone={() => setIsOpen(false)} />
      </DialogContent>
    </Dialog>
  );
}

function SecretForm({ store, onDone }: ChangeSecretProps & { onDone: () => void }) {
  const t = useTranslations("stores.secret");
  const form = useForm<NewSecretInput>({
    resolver,
    defaultValues: { id: store.id, type: store.type, webhookSecret: "" },
  });
  const { submit, pending, message } = useFormAction(form, changeSecretAction, () => {
    toast.success(t("changed"));
    onDone();
  });
  const secret = useWatch({ control: form.control, name: "webhookSecret" });
  return (
    <form noValidate onSubmit={submit} autoComplete="off" className="grid gap-4">
      {message && (
        <Alert tone="danger" role="alert">
          {message}
        </Alert>
      )}
      <WebhookSecretField
        type={store.type}
        secret={secret}
        error={form.formState.errors.webhookSecret?.message}
        input={form.register("webhookSecret")}
        onGenerate={(made) => form.setValue("webhookSecret", made, { shouldValidate: true })}
      />
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
