"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, useId, useState } from "react";
import { Controller, useForm } from "react-hook-form";
import { BuyerFields } from "#components/leads/by-hand/buyer-fields.tsx";
import {
  emptyLead,
  type NewLeadDefaults,
  type NewLeadFields,
} from "#components/leads/by-hand/new-lead-values.ts";
import { AddressFields, PaymentFields } from "#components/leads/by-hand/sale-fields.tsx";
import { SaleItems, SaleTotal } from "#components/leads/by-hand/sale-items.tsx";
import { TagsField } from "#components/leads/by-hand/tags-field.tsx";
import { DuplicateList } from "#components/leads/detail/duplicates-card.tsx";
import type { Seller } from "#components/leads/detail/reassign-form.tsx";
import type { LeadTag } from "#components/leads/lead-tags.tsx";
import { Alert } from "#components/ui/alert.tsx";
import { Button } from "#components/ui/button.tsx";
import { Card, CardFooter } from "#components/ui/card.tsx";
import { Field } from "#components/ui/field.tsx";
import { LeaveQuestion } from "#components/ui/leave-question.tsx";
import { schemaResolver } from "#components/ui/schema-resolver.ts";
import { Select, SelectContent, SelectItem, SelectTrigger } from "#components/ui/select.tsx";
import { Textarea } from "#components/ui/textarea.tsx";
import { toast } from "#components/ui/toast.ts";
import { useFormAction } from "#components/ui/use-form-action.tsx";
import { createManualLeadAction } from "#lib/leads/actions.ts";
import type { DuplicateLead } from "#lib/leads/duplicates.ts";

const resolver = schemaResolver(() =>
  import("#lib/leads/schema.ts").then((module) => module.manualLeadSchema),
);

export interface NewLeadFormProps {
  tags: LeadTag[];
  /** Whose the lead may be, for those who may choose; else it is one's own. */
  sellers: Seller[] | null;
  defaults: NewLeadDefaults;
}

/** Enters a lead by hand: who buys, what, where it goes. Whoever enters one that is there already sees it first. */
export function NewLeadForm({ tags, sellers, defaults }: NewLeadFormProps) {
  const t = useTranslations("lead.manual");
  const router = useRouter();
  const [duplicates, setDuplicates] = useState<DuplicateLead[]>([]);
  const [isDone, setDone] = useState(false);
  const form = useForm({ resolver, defaultValues: emptyLead(defaults) });
  const { submit, pending, message } = useFormAction(form, createManualLeadAction, (result) => {
    if (result.outcome === "created") {
      setDone(true);
      toast.success(t("created"));
      return router.push(`/leads/${result.id}`);
    }
    form.setValue("isKnownDuplicate", true);
    setDuplicates(result.duplicates);
  });
  const { errors, isDirty } = form.formState;
  return (
    <Card className="max-w-3xl">
      <LeaveQuestion when={isDirty && !isDone} />
      <form noValidate method="post" onSubmit={submit} autoComplete="off">
        <Part title={t("buyer")}>
          <BuyerFields form={form} />
        </Part>
        <Part title={t("items")}>
          <SaleItems form={form} />
          <PaymentFields form={form} />
          <SaleTotal form={form} />
        </Part>
        <Part title={t("address")}>
          <AddressFields form={form} />
        </Part>
        <Part title={t("more")}>
          <div data-wide>
            <Field label={t("note")} error={errors.note?.message}>
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
          {sellers && <SellerField form={form} sellers={sellers} userId={defaults.userId} />}
        </Part>
        {(message || duplicates.length > 0) && (
          <div className="grid gap-3 px-4 pb-4 md:px-5">
            {message && (
              <Alert tone="danger" role="alert">
                {message}
              </Alert>
            )}
            {duplicates.length > 0 && (
              <Alert tone="warning" role="alert" title={t("duplicatesTitle", { count: duplicates.length })}>
                <p className="mb-3">{t("duplicatesText")}</p>
                <DuplicateList duplicates={duplicates} />
              </Alert>
            )}
          </div>
        )}
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

/** Fields that belong together, under what they are about. */
function Part({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="grid gap-4 border-t p-4 first-of-type:border-t-0 md:p-5">
      <h2 id={id} className="font-semibold text-base text-heading">
        {title}
      </h2>
      <div className="grid grid-cols-1 items-start gap-5 md:grid-cols-2 md:[&>[data-wide]]:col-span-2">
        {children}
      </div>
    </section>
  );
}

interface SellerFieldProps {
  form: NewLeadFields;
  sellers: Seller[];
  /** Whose the lead is unless something else is said. */
  userId: string;
}

function SellerField({ form, sellers, userId }: SellerFieldProps) {
  const t = useTranslations("lead.manual");
  return (
    <Field label={t("seller")} error={form.formState.errors.userId?.message}>
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
  );
}
