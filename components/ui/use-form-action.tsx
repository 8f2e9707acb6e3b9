"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useState, useTransition } from "react";
import type { FieldPath, FieldValues, UseFormReturn } from "react-hook-form";
import { callFromForm } from "#components/ui/call-action.ts";
import { TroubleText } from "#components/ui/trouble-text.tsx";
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
  const [message, setMessage] = useState<ReactNode>(null);
  const [pending, startTransition] = useTransition();

  const submit = form.handleSubmit((input) => {
    setMessage(null);
    startTransition(async () => {
      const result = await callFromForm(() => action(input), t("unreachable"));
      if (result.ok) return onSuccess?.(result.data);
      if (result.trouble) return setMessage(<TroubleText trouble={result.trouble} />);
      const wrongFields = Object.entries(result.fieldErrors ?? {});
      for (const [field, messages] of wrongFields) {
        form.setError(field as FieldPath<Values>, { message: messages[0] }, { shouldFocus: true });
      }
      const isSaidAtField = wrongFields.some(([, messages]) => messages.includes(result.message));
      setMessage(isSaidAtField ? null : result.message);
    });
  });

  return { submit, message, pending };
}
