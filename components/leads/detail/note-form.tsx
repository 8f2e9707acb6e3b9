"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useTranslations } from "next-intl";
import type { KeyboardEvent } from "react";
import { useForm } from "react-hook-form";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { Textarea } from "#components/ui/textarea.tsx";
import { useFormAction } from "#components/ui/use-form-action.ts";
import { VisuallyHidden } from "#components/ui/visually-hidden.tsx";
import { addNoteAction } from "#lib/leads/actions.ts";
import { noteSchema } from "#lib/leads/schema.ts";

/** Adds a note to the timeline; Ctrl or Cmd with Enter sends it. */
export function NoteForm({ leadId }: { leadId: string }) {
  const t = useTranslations("lead.note");
  const form = useForm({ resolver: zodResolver(noteSchema), defaultValues: { leadId, text: "" } });
  const { submit, pending, message } = useFormAction(form, addNoteAction, () =>
    form.reset({ leadId, text: "" }),
  );
  const error = form.formState.errors.text?.message ?? message ?? undefined;

  function sendByKey(event: KeyboardEvent): void {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) void submit();
  }

  return (
    <form noValidate onSubmit={submit} className="mb-4 flex items-end gap-2">
      <Field
        className="min-w-0 flex-1"
        label={<VisuallyHidden>{t("label")}</VisuallyHidden>}
        {...(error && { error })}
      >
        <Textarea
          rows={1}
          placeholder={t("placeholder")}
          className="min-h-8 resize-none [field-sizing:content] max-md:min-h-11"
          onKeyDown={sendByKey}
          {...form.register("text")}
        />
      </Field>
      <Button type="submit" loading={pending}>
        {t("add")}
      </Button>
    </form>
  );
}
