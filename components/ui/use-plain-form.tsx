"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, useState, useTransition } from "react";
import { callFromForm } from "#components/ui/call-action.ts";
import { TroubleText } from "#components/ui/trouble-text.tsx";
import type { ActionResult } from "#lib/base/auth/action-result.ts";

interface Failure {
  message: ReactNode;
  /** What is wrong, by the name of the field. */
  fields: Record<string, string | undefined>;
}

const noFailure: Failure = { message: null, fields: {} };

export interface PlainFormOptions<Input> {
  /** What is said of a field that may not be empty, by its name: a key of the "validation" messages. */
  missing?: Record<string, string>;
  onSuccess?: (input: Input, form: HTMLFormElement) => void;
}

/**
 * Joins a form's named fields to a server action. Here only what is missing is noticed, all else the action checks: what is there from the beginning, such as the sign-in, does
 * without the library that larger forms have. An action that redirects leaves the form pending until the next page is there.
 */
export function usePlainForm<Input extends Record<string, unknown>, Result>(
  action: (input: Input) => Promise<ActionResult<Result>>,
  { missing = {}, onSuccess }: PlainFormOptions<Input> = {},
) {
  const t = useTranslations("errors");
  const [failure, setFailure] = useState(noFailure);
  const [pending, startTransition] = useTransition();

  function onSubmit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const form = event.currentTarget;
    const input = Object.fromEntries(new FormData(form)) as Input;
    const empty = Object.entries(missing).filter(([name]) => !String(input[name]).trim());
    setFailure(empty.length > 0 ? { message: null, fields: Object.fromEntries(empty) } : noFailure);
    if (empty[0]) {
      focusOn(form, empty[0][0]);
      return;
    }
    startTransition(async () => {
      const result = await callFromForm(() => action(input), t("unreachable"));
      if (result.ok) return onSuccess?.(input, form);
      if (result.trouble) {
        return setFailure({ message: <TroubleText trouble={result.trouble} />, fields: {} });
      }
      const wrong = Object.entries(result.fieldErrors ?? {});
      const isSaidAtField = wrong.some(([, messages]) => messages.includes(result.message));
      setFailure({
        message: isSaidAtField ? null : result.message,
        fields: Object.fromEntries(wrong.map(([name, messages]) => [name, messages[0]])),
      });
      if (wrong[0]) focusOn(form, wrong[0][0]);
    });
  }

  /** What is being mended is no longer wrong. */
  function onInput({ target }: FormEvent<HTMLFormElement>): void {
    if (
      !(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) ||
      !failure.fields[target.name]
    )
      return;
    setFailure({ ...failure, fields: { ...failure.fields, [target.name]: undefined } });
  }

  return { form: { onSubmit, onInput }, pending, message: failure.message, errors: failure.fields };
}

function focusOn(form: HTMLFormElement, name: string): void {
  const field = form.elements.namedItem(name);
  if (field instanceof HTMLElement) field.focus();
}
