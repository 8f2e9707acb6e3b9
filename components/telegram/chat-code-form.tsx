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
import { linkChatAction } from "#lib/telegram/actions.ts";

const resolver = schemaResolver(() =>
  import("#lib/telegram/schema.ts").then((module) => module.chatProofSchema),
);

export interface ChatCodeFormProps {
  /** The chat that the code was sent to. */
  chatId: string;
  onOther: () => void;
}

export function ChatCodeForm({ chatId, onOther }: ChatCodeFormProps) {
  const t = useTranslations("telegram");
  const form = useForm({ resolver, defaultValues: { chatId, code: "" } });
  const { submit, pending, message } = useFormAction(form, linkChatAction, () => {
    toast.success(t("linkedNow"));
    onOther();
  });
  return (
    <form noValidate method="post" onSubmit={submit} className="grid gap-3">
      {message && (
        <Alert tone="danger" role="alert">
          {message}
        </Alert>
      )}
      <Field label={t("code")} hint={t("codeHint", { chatId })} error={form.formState.errors.code?.message}>
        <div className="flex flex-wrap gap-2">
          <Input
            inputMode="numeric"
            autoComplete="one-time-code"
            placeholder="1234 5678"
            className="w-40 font-mono"
            {...form.register("code")}
          />
          <Button type="submit" variant="primary" loading={pending}>
            {t("link")}
          </Button>
          <Button onClick={onOther}>{t("otherChat")}</Button>
        </div>
      </Field>
    </form>
  );
}
