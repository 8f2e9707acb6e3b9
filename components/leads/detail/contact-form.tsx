"use client";

import { useTranslations } from "next-intl";
import type { FieldError } from "react-hook-form";
import { CountrySelect } from "#components/leads/detail/country-select.tsx";
import type { EditContactProps } from "#components/leads/detail/edit-contact.tsx";
import { type ContactConflicts, useContactForm } from "#components/leads/detail/use-contact-form.ts";
import { Alert } from "#components/ui/alert.tsx";
import { Button } from "#components/ui/button.tsx";
import { DialogFooter } from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import type { ContactField } from "#lib/customers/model.ts";

/** How browsers and phones fill in and type each field. */
const inputs = {
  name: { autoCapitalize: "words" },
  phone: { type: "tel", inputMode: "tel" },
  email: { type: "email", inputMode: "email" },
  street: { className: "md:col-span-2" },
  zip: {},
  city: {},
  region: {},
} as const;

/** Corrects the buyer's contact. Whoever was overtaken sees what the field is now, and keeps what was typed. */
export function ContactForm({ hasAddress, onDone, ...props }: EditContactProps & { onDone: () => void }) {
  const t = useTranslations("lead.edit");
  const { form, submit, pending, message, conflicts, takeTheirs } = useContactForm({ ...props, onDone });
  const { errors } = form.formState;
  const isOvertaken = Object.keys(conflicts).length > 0;

  const field = (name: keyof typeof inputs) => {
    const { className, ...input } = { className: "", ...inputs[name] };
    return (
      <Field key={name} label={t(name)} className={className} {...errorOf(errors[name])} {...theirs(name)}>
        <Input autoComplete="off" {...input} {...form.register(name)} />
      </Field>
    );
  };
  const theirs = (name: ContactField) =>
    name in conflicts && { hint: <Theirs conflicts={conflicts} field={name} onTake={takeTheirs} /> };

  return (
    <form noValidate onSubmit={submit} className="grid gap-4">
      {message && (
        <Alert tone="danger" role="alert">
          {message}
        </Alert>
      )}
      {isOvertaken && (
        <Alert tone="warning" role="alert" title={t("conflictTitle")}>
          {t("conflictText")}
        </Alert>
      )}
      <div className="grid grid-cols-1 items-start gap-3 md:grid-cols-2">
        <div className="contents md:[&>*:first-child]:col-span-2">
          {(["name", "phone", "email"] as const).map(field)}
        </div>
        {hasAddress && (
          <>
            {(["street", "zip", "city", "region"] as const).map(field)}
            <Field label={t("country")} {...errorOf(errors.country)} {...theirs("country")}>
              <CountrySelect {...form.register("country")} />
            </Field>
          </>
        )}
      </div>
      <DialogFooter>
        <Button type="submit" variant="primary" loading={pending}>
          {isOvertaken ? t("overwrite") : t("save")}
        </Button>
      </DialogFooter>
    </form>
  );
}

function errorOf(error: FieldError | undefined) {
  return error?.message ? { error: error.message } : {};
}

interface TheirsProps {
  conflicts: ContactConflicts;
  field: ContactField;
  onTake: (field: ContactField) => void;
}

function Theirs({ conflicts, field, onTake }: TheirsProps) {
  const t = useTranslations("lead.edit");
  const value = conflicts[field];
  return (
    <span className="text-amber-text">
      {value ? t("theirs", { value }) : t("theirsEmpty")}
      {" · "}
      <button type="button" className="font-medium underline" onClick={() => onTake(field)}>
        {t("takeTheirs")}
      </button>
    </span>
  );
}
