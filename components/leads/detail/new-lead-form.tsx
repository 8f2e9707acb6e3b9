"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Controller, useForm } from "react-hook-form";
import { CountrySelect } from "#components/leads/detail/country-select.tsx";
import { DuplicateList } from "#components/leads/detail/duplicates-card.tsx";
import type { Seller } from "#components/leads/detail/reassign-form.tsx";
import { TagsField } from "#components/leads/detail/tags-field.tsx";
import type { LeadTag } from "#components/leads/lead-tags.tsx";
import { Alert } from "#components/ui/alert.tsx";
import { Button } from "#components/ui/button.tsx";
import { Card, CardFooter } from "#components/ui/card.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { schemaResolver } from "#components/ui/schema-resolver.ts";
import { Select, SelectContent, SelectItem, SelectTrigger } from "#components/ui/select.tsx";
import { Textarea } from "#components/ui/textarea.tsx";
import { toast } from "#components/ui/toast.ts";
import { useFormAction } from "#components/ui/use-form-action.tsx";
import { createManualLeadAction } from "#lib/leads/actions.ts";
import type { DuplicateLead } from "#lib/leads/duplicates.ts";
import type { ManualLeadInput } from "#lib/leads/schema.ts";

const resolver = schemaResolver(() =>
  import("#lib/leads/schema.ts").then((module) => module.manualLeadSchema),
);

export interface NewLeadFormProps {
  tags: LeadTag[];
  /** Whose the lead may be, for those who may choose; else it is one's own. */
  sellers: Seller[] | null;
  /** Of which country a phone without a country code probably is. */
  usualCountry: string | null;
  /** The person who fills in the form. */
  userId: string;
}

const empty = { name: "", phone: "", country: "", email: "", product: "", note: "" };

/** Enters a lead by hand. Whoever enters one that is there already sees it first. */
export function NewLeadForm({ tags, sellers, usualCountry, userId }: NewLeadFormProps) {
  const t = useTranslations("lead.manual");
  const router = useRouter();
  const [duplicates, setDuplicates] = useState<DuplicateLead[]>([]);
  const defaultValues: ManualLeadInput = {
    ...empty,
    country: usualCountry ?? "",
    tags: [],
    userId,
    isKnownDuplicate: false,
  };
  const form = useForm({ resolver, defaultValues });
  const { submit, pending, message } = useFormAction(form, createManualLeadAction, (result) => {
    if (result.outcome === "created") {
      toast.success(t("created"));
      return router.push(`/leads/${result.id}`);
    }
    form.setValue("isKnownDuplicate", true);
    setDuplicates(result.duplicates);
  });
  const { errors } = form.formState;
  const field = (name: keyof typeof empty) => ({
    label: t(name),
    ...(errors[name]?.message && { error: errors[name].message }),
  });
  /** Another phone or e-mail is another buyer, who may have other leads. */
  const identity = { onChange: () => form.setValue("isKnownDuplicate", false) };

  return (
    <Card className="max-w-2xl">
      <form noValidate method="post" onSubmit={submit} autoComplete="off">
        <div className="grid items-start gap-5 p-4 md:grid-cols-2 md:p-5 md:[&>[data-wide]]:col-span-2">
          {message && (
            <Alert tone="danger" role="alert" data-wide>
              {message}
            </Alert>
          )}
          <div data-wide>
            <Field {...field("name")}>
              <Input autoFocus autoCapitalize="words" {...form.register("name")} />
            </Field>
          </div>
          <Field {...field("phone")}>
            <Input type="tel" inputMode="tel" {...form.register("phone", identity)} />
          </Field>
          <Field {...field("country")} hint={t("countryHint")}>
            {/* Registered, it would be set before it has its countries, and show none. */}
            <Controller
              control={form.control}
              name="country"
              render={({ field: country }) => <CountrySelect {...country} />}
            />
          </Field>
          <div data-wide>
            <Field {...field("email")}>
              <Input type="email" inputMode="email" {...form.register("email", identity)} />
            </Field>
          </div>
          <div data-wide>
            <Field {...field("product")} hint={t("productHint")}>
              <Input {...form.register("product")} />
            </Field>
          </div>
          <div data-wide>
            <Field {...field("note")}>
              <Textarea {...form.register("note")} />
            </Field>
          </div>
          <Controller
            control={form.control}
            name="tags"
            render={({ field: { value, onChange } }) => (
              <TagsField all={tags} chosen={value} onChange={onChange} />
            )}
          />
          {sellers && (
            <Field label={t("seller")} {...(errors.userId?.message && { error: errors.userId.message })}>
              <Controller
                control={form.control}
                name="userId"
                render={({ field: { value, onChange } }) => (
                  <Select value={value ?? userId} onValueChange={onChange}>
                    <SelectTrigger />
                    <SelectContent>
                      {sellers.map(({ id, name }) => (
                        <SelectItem key={id} value={id}>
                          {name}
                        </SelectItem>
                      ))}
                    </SelectContent>
                  </Select>
                )}
              />
            </Field>
          )}
          {duplicates.length > 0 && (
            <div data-wide>
              <Alert tone="warning" role="alert" title={t("duplicatesTitle", { count: duplicates.length })}>
                <p className="mb-3">{t("duplicatesText")}</p>
                <DuplicateList duplicates={duplicates} />
              </Alert>
            </div>
          )}
        </div>
        <CardFooter className="max-md:[&>*]:flex-1">
          <Button asChild>
            <Link href="/leads">{t("cancel")}</Link>
          </Button>
          <Button type="submit" variant="primary" loading={pending}>
            {duplicates.length > 0 ? t("saveAnyway") : t("save")}
          </Button>
        </CardFooter>
      </form>
    </Card>
  );
}
