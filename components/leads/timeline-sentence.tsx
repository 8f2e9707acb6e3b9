import { type Messages, useFormatter, useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { formatMoney } from "#lib/base/money/format.ts";
import type { LeadTimelineEntry } from "#lib/leads/timeline.ts";
import { isPersonalEvent, type PersonalEventType } from "#lib/sales/timeline/kinds.ts";

interface SentenceProps {
  event: LeadTimelineEntry;
}

type Sentence = keyof Messages["lead"]["timeline"]["events"];

const strong = (text: ReactNode) => <strong className="font-medium text-heading">{text}</strong>;

/** What happened, in words. `details` comes from the database, where an older Astra may have written less. */
export function TimelineSentence({ event }: SentenceProps) {
  const t = useTranslations("lead.timeline.events");
  const values = useSentenceValues(event);
  return t.rich(sentenceOf(event), { ...values, b: strong });
}

/** What is still said of an entry whose details a redaction has emptied. */
const redactedSentences: Record<PersonalEventType, Sentence> = {
  note: "note",
  customer_corrected: "contact_corrected",
  store_value_accepted: "store_contact_accepted",
  correction_kept: "corrected_contact_kept",
  customer_merged: "customer_merged",
  buyer_changed: "buyer_changed_redacted",
  address_changed: "address_changed_redacted",
};

function sentenceOf({ type, details }: LeadTimelineEntry): Sentence {
  if (isPersonalEvent(type) && Object.keys(details).length === 0) return redactedSentences[type];
  if (type === "arrived") return details.store ? "arrived" : details.product ? "arrivedFor" : "arrivedByHand";
  if (type === "status_changed" && details.field === "logisticStatus") return "logistic_changed";
  return type;
}

/** The words and figures of a sentence; each message takes those it names. */
function useSentenceValues({ type, details, person }: LeadTimelineEntry): Record<string, string> {
  const word = useStatusWord();
  const money = useMoneyText(details.currency ?? null);
  const fields = useTranslations("lead.fields");
  const notGiven = useTranslations("lead.contact")("notGiven");
  const format = useFormatter();
  const regions = new Intl.DisplayNames(useLocale(), { type: "region", fallback: "code" });
  const isMoney = type === "order_edited" || type === "refund_changed";
  const isStatus = type === "status_changed";
  const value = (text: string | null | undefined) => {
    if (!text) return notGiven;
    if (isStatus) return word(details.field, text);
    if (details.field === "country" && /^[A-Z]{2}$/.test(text)) return regions.of(text) ?? text;
    return isMoney ? money(text) : text;
  };
  return {
    person: person ?? "",
    by: person ? "person" : "system",
    store: details.store ?? "",
    field: fields.has(details.field as "name") ? fields(details.field as "name") : (details.field ?? ""),
    from: value(details.from),
    to: value(details.to),
    amount: details.amount ? money(details.amount) : "",
    kind: details.kind ?? "",
    status: details.status === "error" ? "failure" : (details.status ?? ""),
    how: howOf(details),
    tag: details.tag ?? "",
    product: details.product ?? "",
    number: details.number ?? "",
    reason: details.reason ?? "",
    callBack: details.callBackAt ? format.dateTime(new Date(details.callBackAt), "dateTime") : "none",
    date: details.dueAt ? format.dateTime(new Date(details.dueAt), "date") : "",
  };
}

/** What was unusual about a change of status. */
function howOf({ isOverride, isUndo }: LeadTimelineEntry["details"]): string {
  if (isUndo) return "undo";
  return isOverride ? "override" : "plain";
}

function useMoneyText(currency: string | null): (amount: string) => string {
  const locale = useLocale();
  return (amount) => (currency ? formatMoney(amount, currency, locale) : amount);
}

function useStatusWord(): (field: string | null | undefined, status: string) => string {
  const t = useTranslations("statuses");
  return (field, status) => {
    const key = `${field === "logisticStatus" ? "logistic" : "cod"}.${status}` as "cod.pending";
    return t.has(key) ? t(key) : status;
  };
}
