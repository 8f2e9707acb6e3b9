"use client";

import { unstable_rethrow } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import type { FieldPath, FieldValues, UseFormReturn } from "react-hook-form";
import type { ActionResult } from "#lib/auth/action-result.ts";

/**
 * Joins a form to a server action: field errors go to their fields, the rest to `message`. An action that redirects
 * leaves the form pending until the next page is there.
 */
export function useFormAction<Values extends FieldValues, Input extends FieldValues, Result>(
  form: UseFormReturn<Values, unknown, Input>,
  action: (input: Input) => Promise<ActionResult<Result>>,
  onSuccess?: (data: Result) => void,
) {
  const t = useTranslations("errors");
  const [message, setMessage] = useState<string | null>(null);
  const [pending, startTransition] = useTransition();

  async function run(input: Input): Promise<ActionResult<Result>> {
    try {
      return await action(input);
    } catch (error) {
      unstable_rethrow(error);
      return { ok: false, message: t("unreachable") };
    }
  }

  const submit = form.handleSubmit((input) => {
    setMessage(null);
    startTransition(async () => {
      const result = await run(input);
      if (result.ok) return onSuccess?.(result.data);
      setMessage(result.message);
      for (const [field, messages] of Object.entries(result.fieldErrors ?? {})) {
        form.setError(field as FieldPath<Values>, { message: messages[0] });
      }
    });
  });

  return { submit, message, pending };
}
