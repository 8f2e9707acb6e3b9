"use client";

import { Plus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { PauseField } from "#components/leads/call/pause-field.tsx";
import { Alert } from "#components/ui/alert.tsx";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { schemaResolver } from "#components/ui/schema-resolver.ts";
import { toast } from "#components/ui/toast.ts";
import { useFormAction } from "#components/ui/use-form-action.tsx";
import { setCallRulesAction } from "#lib/leads/actions.ts";
import type { CallRules } from "#lib/leads/model.ts";

const resolver = schemaResolver(() =>
  import("#lib/leads/schema.ts").then((module) => module.callRulesSchema),
);

const pausesAtMost = 10;

export function CallRulesForm({ rules }: { rules: CallRules }) {
  const t = useTranslations("callRules");
  const form = useForm<CallRules>({ resolver, defaultValues: rules });
  const { submit, pending, message } = useFormAction(form, setCallRulesAction, () =>
    toast.success(t("saved")),
  );
  const [pauses, setPauses] = useState(rules.retryAfterMinutes);
  const { errors, isSubmitted } = form.formState;

  function change(changed: number[]): void {
    setPauses(changed);
    form.setValue("retryAfterMinutes", changed, { shouldValidate: isSubmitted });
  }

  return (
    <form noValidate method="post" onSubmit={submit} className="grid max-w-md gap-4">
      {message && (
        <Alert tone="danger" role="alert">
          {message}
        </Alert>
      )}
      {pauses.map((minutes, index) => (
        <PauseField
          // biome-ignore lint/suspicious/noArrayIndexKey: the place in the list is what a pause is about
          key={index}
          label={t(index === pauses.length - 1 ? "afterAndLater" : "after", { number: index + 1 })}
          minutes={minutes}
          error={errors.retryAfterMinutes?.[index]?.message}
          onChange={(changed) => change(pauses.with(index, changed))}
          remove={
            index > 0 &&
            index === pauses.length - 1 && (
              <Button
                variant="ghost"
                size="icon"
                aria-label={t("removePause", { number: index + 1 })}
                onClick={() => change(pauses.slice(0, -1))}
              >
                <X aria-hidden />
              </Button>
            )
          }
        />
      ))}
      {pauses.length < pausesAtMost && (
        <Button
          variant="ghost"
          className="justify-self-start"
          onClick={() => change([...pauses, pauses.at(-1) ?? 1440])}
        >
          <Plus aria-hidden />
          {t("addPause")}
        </Button>
      )}
      <Field label={t("putAside")} hint={t("putAsideHint")} error={errors.maxAttempts?.message}>
        <Input
          inputMode="numeric"
          className="w-24"
          {...form.register("maxAttempts", { valueAsNumber: true })}
        />
      </Field>
      <Button type="submit" variant="primary" className="justify-self-start" loading={pending}>
        {t("save")}
      </Button>
    </form>
  );
}
