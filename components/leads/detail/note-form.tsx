"use client";

import { useTranslations } from "next-intl";
import type { KeyboardEvent } from "react";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { Textarea } from "#components/ui/textarea.tsx";
import { usePlainForm } from "#components/ui/use-plain-form.tsx";
import { VisuallyHidden } from "#components/ui/visually-hidden.tsx";
import { addNoteAction } from "#lib/leads/actions.ts";

/** Adds a note to the timeline; Ctrl or Cmd with Enter sends it. */
export function NoteForm({ leadId }: { leadId: string }) {
  const t = useTranslations("lead.note");
  const { form, pending, message, errors } = usePlainForm(addNoteAction, {
    missing: { text: "noteMissing" },
    onSuccess: (_, sent) => sent.reset(),
  });
  const error = errors.text ?? message ?? undefined;
  return (
    <form noValidate {...form} className="mb-4 flex items-end gap-2">
      <input type="hidden" name="leadId" value={leadId} />
      <Field
        className="min-w-0 flex-1"
        label={<VisuallyHidden>{t("label")}</VisuallyHidden>}
        {...(error && { error })}
      >
        <Textarea
          name="text"
          rows={1}
          placeholder={t("placeholder")}
          className="min-h-8 resize-none [field-sizing:content] max-md:min-h-11"
          onKeyDown={sendByKey}
        />
      </Field>
      <Button type="submit" loading={pending}>
        {t("add")}
      </Button>
    </form>
  );
}

function sendByKey(event: KeyboardEvent<HTMLTextAreaElement>): void {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) event.currentTarget.form?.requestSubmit();
}
