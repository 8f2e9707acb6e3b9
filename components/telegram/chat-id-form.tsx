"use client";

import { useTranslations } from "next-intl";
import { useForm } from "react-hook-form";
import { Alert } from "#components/ui/alert.tsx";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { schemaResolver } from "#components/ui/schema-resolver.ts";
import { toast } from "#components/ui/toast.ts";
import { useFormAction } from "#components/ui/use-form-action.tsx";
import { sendChatCodeAction } from "#lib/telegram/actions.ts";

const resolver = schemaResolver(() =>
  import("#lib/telegram/schema.ts").then((module) => module.chatIdSchema),
);

export interface ChatIdFormProps {
  chatId: string | null;
  /** The code is on its way to this chat. */
  onSent: (chatId: string) => void;
}

export function ChatIdForm({ chatId, onSent }: ChatIdFormProps) {
  const t = useTranslations("telegram");
  const form = useForm({ resolver, defaultValues: { chatId: chatId ?? "" } });
  const { submit, pending, message } = useFormAction(form, sendChatCodeAction, () => {
    toast.success(t("codeSent"));
    onSent(form.getValues("chatId").trim());
  });
  return (
    <form noValidate method="post" onSubmit={submit} className="grid gap-3">
      {message && (
        <Alert tone="danger" role="alert">
          {message}
        </Alert>
      )}
      <Field label={t("chatId")} hint={t("chatIdHint")} error={form.formState.errors.chatId?.message}>
        <div className="flex gap-2">
          <Input
            inputMode="text"
            autoComplete="off"
            placeholder="123456789"
            className="font-mono"
            {...form.register("chatId")}
          />
          <Button type="submit" variant={chatId ? "outline" : "primary"} loading={pending}>
            {t("sendCode")}
          </Button>
        </div>
      </Field>
    </form>
  );
}
