"use client";

import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import type { FieldPath, FieldValues, UseFormReturn } from "react-hook-form";
import { callAction } from "#components/ui/call-action.ts";
import type { ActionResult } from "#lib/base/auth/action-result.ts";

/**
 * Joins a form to a server action: field errors go to their fields, the rest to `message`. An action that redirects
 * leaves the form pending until the next page is there.
 */
export function useFormAction<Values extends FieldValues, Input extends FieldValues, Result>(
  form: UseFormReturn<Values, unknown, Input>,
  action: (input: Input) => Promise<ActionResult<Result>>,
  onSuccess?: (data: Result) => void | Promise<void>,
) {
  const t = useTranslations("errors");
  const [message, setMessage] = useState<string | null>(null);
  const [pending, startTransition] = useTransition();

  const submit = form.handleSubmit((input) => {
    setMessage(null);
    startTransition(async () => {
      const result = await callAction(() => action(input), t("unreachable"), { isTyped: true });
      if (result.ok) return onSuccess?.(result.data);
      const wrongFields = Object.entries(result.fieldErrors ?? {});
      for (const [field, messages] of wrongFields) {
        form.setError(field as FieldPath<Values>, { message: messages[0] }, { shouldFocus: true });
      }
      const isSaidAtField = wrongFields.some(([, messages]) => messages.includes(result.message));
      setMessage(isSaidAtField ? null : result.message || null);
    });
  });

  return { submit, message, pending };
}
