"use client";

import { useTranslations } from "next-intl";
import { useButtonAction } from "#components/ui/use-button-action.ts";
import type { Contact, ContactField } from "#lib/customers/model.ts";
import { acceptStoreValueAction, keepCorrectionAction } from "#lib/leads/actions.ts";

interface StoreNewsProps {
  leadId: string;
  news: Partial<Contact>;
  /** The phone that the store says, as people read it. */
  phoneText: string | null;
  fields: ContactField[];
}

/** What the store says now of corrected fields, to accept or to leave: "Store says “Str. Florilor 12” · accept · keep". */
export function StoreNews({ leadId, news, phoneText, fields }: StoreNewsProps) {
  return fields.map((field) => {
    const value = news[field];
    if (!value) return null;
    const text = field === "phone" ? (phoneText ?? value) : value;
    return <FieldNews key={field} input={{ leadId, field, storeValue: value }} text={text} />;
  });
}

interface FieldNewsProps {
  input: { leadId: string; field: ContactField; storeValue: string };
  text: string;
}

function FieldNews({ input, text }: FieldNewsProps) {
  const t = useTranslations("lead.storeSays");
  const fields = useTranslations("lead.fields");
  const accept = useButtonAction(() => acceptStoreValueAction(input), t("accepted"));
  const keep = useButtonAction(() => keepCorrectionAction(input), t("kept"));
  const field = fields(input.field);
  const isPending = accept.pending || keep.pending;
  return (
    <p className="mt-1 break-words text-subheading text-xs leading-4">
      {t("says", { value: text })}
      {" · "}
      <TextButton label={t("acceptField", { field })} disabled={isPending} onClick={accept.run}>
        {t("accept")}
      </TextButton>
      {" · "}
      <TextButton label={t("keepField", { field })} disabled={isPending} onClick={keep.run}>
        {t("keep")}
      </TextButton>
    </p>
  );
}

interface TextButtonProps {
  label: string;
  disabled: boolean;
  onClick: () => Promise<boolean>;
  children: string;
}

function TextButton({ label, disabled, onClick, children }: TextButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      disabled={disabled}
      onClick={() => void onClick()}
      className="relative rounded-sm font-medium text-brand-text after:absolute after:-inset-x-1 after:-inset-y-2 hover:underline disabled:opacity-50"
    >
      {children}
    </button>
  );
}
