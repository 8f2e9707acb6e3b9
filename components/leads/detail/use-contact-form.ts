"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { toast } from "sonner";
import { useDetailActions } from "#components/leads/detail/detail-actions.tsx";
import { useFormAction } from "#components/ui/use-form-action.ts";
import { type Contact, type ContactField, contactFields } from "#lib/customers/model.ts";
import { type ContactForm, contactFormSchema } from "#lib/leads/schema.ts";

/** The fields that somebody else has changed while this person was typing, as they are now. */
export type ContactConflicts = Partial<Contact>;

interface Options {
  leadId: string;
  contact: Contact;
  onDone: () => void;
}

/**
 * The form that corrects a contact. It remembers what every field was when it was opened, whatever the page shows meanwhile, so
 * that the server can tell whether somebody was faster.
 */
export function useContactForm({ leadId, contact, onDone }: Options) {
  const t = useTranslations("lead.edit");
  const { correctContact } = useDetailActions();
  const [opened, setOpened] = useState(contact);
  const [conflicts, setConflicts] = useState<ContactConflicts>({});
  const form = useForm({ resolver: zodResolver(contactFormSchema), defaultValues: valuesOf(contact) });

  const save = (values: ContactForm) => {
    const edited = contactFields.filter((field) => values[field] !== (opened[field] ?? ""));
    return correctContact({ leadId, from: pick(opened, edited), to: pick(values, edited) });
  };
  const { submit, message, pending } = useFormAction(form, save, (result) => {
    if (result.outcome === "saved") {
      toast.success(t("saved"));
      return onDone();
    }
    // Saving again overwrites: the person has now seen what is there.
    setOpened({ ...opened, ...result.present });
    setConflicts(result.present);
  });

  function takeTheirs(field: ContactField): void {
    form.setValue(field, conflicts[field] ?? "");
    setConflicts(({ [field]: _taken, ...others }) => others);
  }

  return { form, submit, message, pending, conflicts, takeTheirs };
}

function valuesOf(contact: Contact): ContactForm {
  return Object.fromEntries(contactFields.map((field) => [field, contact[field] ?? ""])) as ContactForm;
}

function pick<Value>(
  values: Record<ContactField, Value>,
  fields: ContactField[],
): Partial<Record<ContactField, Value>> {
  return Object.fromEntries(fields.map((field) => [field, values[field]]));
}
