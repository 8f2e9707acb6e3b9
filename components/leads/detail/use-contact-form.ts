"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { useForm } from "react-hook-form";
import { schemaResolver } from "#components/ui/schema-resolver.ts";
import { toast } from "#components/ui/toast.ts";
import { useFormAction } from "#components/ui/use-form-action.tsx";
import { type Contact, type ContactField, contactFields } from "#lib/customers/model.ts";
import { correctContactAction } from "#lib/leads/actions.ts";
import type { ChangeMeanwhile, ChangesMeanwhile } from "#lib/leads/correct-contact.ts";
import type { ContactForm } from "#lib/leads/schema.ts";

const resolver = schemaResolver(() =>
  import("#lib/leads/schema.ts").then((module) => module.contactFormSchema),
);

/** A field that somebody else has changed while this person was typing, as it is now. */
export interface ContactConflict extends ChangeMeanwhile {
  /** Whether this person has typed something else there. */
  isTyped: boolean;
}

export type ContactConflicts = Partial<Record<ContactField, ContactConflict>>;

/** The form, its acts, and what it has to say. */
export type ContactFormState = ReturnType<typeof useContactForm>;

export interface EditedContact {
  leadId: string;
  contact: Contact;
  /** The phone as people read it. */
  phoneText: string | null;
}

interface Options extends EditedContact {
  onDone: () => void;
}

/**
 * The form that corrects a contact. From the first change on it remembers what every field was before, whatever the page shows
 * meanwhile, so that the server can tell whether somebody was faster.
 */
export function useContactForm({ leadId, contact, phoneText, onDone }: Options) {
  const t = useTranslations("lead.edit");
  const [opened, setOpened] = useState(contact);
  const [written, setWritten] = useState(() => valuesOf(contact, phoneText));
  const [conflicts, setConflicts] = useState<ContactConflicts>({});
  const form = useForm({ resolver, defaultValues: written });

  const { reset } = form;
  const { isDirty } = form.formState;

  // As long as nothing is typed, the form shows what the page shows.
  useEffect(() => {
    if (isDirty) return;
    const values = valuesOf(contact, phoneText);
    reset(values);
    setOpened(contact);
    setWritten(values);
    setConflicts({});
  }, [contact, phoneText, isDirty, reset]);

  const editedIn = (values: ContactForm) => contactFields.filter((field) => values[field] !== written[field]);
  const save = (values: ContactForm) =>
    correctContactAction({ leadId, from: opened, to: pick(values, editedIn(values)) });
  const { submit, message, pending } = useFormAction(form, save, (result) => {
    if (result.outcome === "conflict") return showConflict(result.meanwhile);
    toast.success(t("saved"));
    reset(form.getValues());
    onDone();
  });

  /** Shows what is there now beside what was typed, and in its place where nothing was. Saving again overwrites: it has been seen. */
  function showConflict(meanwhile: ChangesMeanwhile): void {
    const typed = form.getValues();
    const edited = editedIn(typed);
    const now = { ...opened };
    const texts = { ...written };
    const overtaken: ContactConflicts = { ...conflicts };
    for (const field of contactFields) {
      const change = meanwhile[field];
      if (!change) continue;
      now[field] = change.value;
      texts[field] = change.text ?? "";
      overtaken[field] = {
        ...change,
        isTyped: edited.includes(field) && typed[field] !== texts[field],
      };
    }
    reset(texts);
    for (const field of edited) form.setValue(field, typed[field], { shouldDirty: true });
    setOpened(now);
    setWritten(texts);
    setConflicts(overtaken);
  }

  function takeTheirs(field: ContactField): void {
    const conflict = conflicts[field];
    if (!conflict) return;
    form.setValue(field, conflict.text ?? "", { shouldDirty: true });
    setConflicts({ ...conflicts, [field]: { ...conflict, isTyped: false } });
  }

  /** Forgets what was typed. */
  function discard(): void {
    reset(valuesOf(contact, phoneText));
    onDone();
  }

  return { form, isDirty, submit, message, pending, conflicts, takeTheirs, discard };
}

function valuesOf(contact: Contact, phoneText: string | null): ContactForm {
  const texts = { ...contact, phone: phoneText };
  return Object.fromEntries(contactFields.map((field) => [field, texts[field] ?? ""])) as ContactForm;
}

function pick<Value>(
  values: Record<ContactField, Value>,
  fields: ContactField[],
): Partial<Record<ContactField, Value>> {
  return Object.fromEntries(fields.map((field) => [field, values[field]]));
}
