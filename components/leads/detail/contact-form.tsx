"use client";

import { useFormatter, useTranslations } from "next-intl";
import type { FieldError } from "react-hook-form";
import { CountrySelect } from "#components/leads/detail/country-select.tsx";
import type { ContactConflict, ContactFormState } from "#components/leads/detail/use-contact-form.ts";
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

/** Corrects the buyer's contact. Whoever was overtaken sees what every field is now, and keeps what was typed. */
export function ContactForm({ state, hasAddress }: { state: ContactFormState; hasAddress: boolean }) {
  const t = useTranslations("lead.edit");
  const { form, isDirty, submit, pending, message, conflicts, takeTheirs, discard } = state;
  const { errors } = form.formState;
  const overtaken = Object.values(conflicts);

  const field = (name: keyof typeof inputs) => {
    const { className, ...input } = { className: "", ...inputs[name] };
    return (
      <Field key={name} label={t(name)} className={className} {...errorOf(errors[name])} {...theirs(name)}>
        <Input autoComplete="off" {...input} {...form.register(name)} />
      </Field>
    );
  };
  const theirs = (name: ContactField) => {
    const conflict = conflicts[name];
    return conflict && { hint: <Theirs conflict={conflict} onTake={() => takeTheirs(name)} /> };
  };

  return (
    <form noValidate onSubmit={submit} className="grid gap-4">
      {message && (
        <Alert tone="danger" role="alert">
          {message}
        </Alert>
      )}
      {overtaken.length > 0 && <Overtaken by={overtaken} />}
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
        {isDirty && (
          <Button disabled={pending} onClick={discard}>
            {t("discard")}
          </Button>
        )}
        <Button type="submit" variant="primary" loading={pending}>
          {overtaken.some(({ isTyped }) => isTyped) ? t("overwrite") : t("save")}
        </Button>
      </DialogFooter>
    </form>
  );
}

function errorOf(error: FieldError | undefined) {
  return error?.message ? { error: error.message } : {};
}

/** Says who changed the contact meanwhile, as far as that is known. */
function Overtaken({ by }: { by: ContactConflict[] }) {
  const t = useTranslations("lead.edit");
  const format = useFormatter();
  const people = [...new Set(by.flatMap((conflict) => conflict.by ?? []))];
  return (
    <Alert
      tone="warning"
      role="alert"
      title={t("conflictTitle", { known: people.length, people: format.list(people) })}
    >
      {t("conflictText")}
    </Alert>
  );
}

/** What a field is now: beside what was typed, or in its place. */
function Theirs({ conflict, onTake }: { conflict: ContactConflict; onTake: () => void }) {
  const t = useTranslations("lead.edit");
  const who = { by: conflict.by ? "person" : "nobody", person: conflict.by ?? "" };
  if (!conflict.isTyped) return <span className="text-amber-text">{t("taken", who)}</span>;
  const { text } = conflict;
  return (
    <span className="text-amber-text">
      {text ? t("theirs", { ...who, value: text }) : t("theirsEmpty", who)}
      {" · "}
      <button type="button" className="font-medium underline" onClick={onTake}>
        {t("takeTheirs")}
      </button>
    </span>
  );
}
