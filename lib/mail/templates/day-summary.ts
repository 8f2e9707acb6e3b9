import { z } from "zod";
import { formatMoney } from "#lib/base/money/format.ts";
import { plainText } from "#lib/base/text/schema.ts";
import type { MailFact } from "#lib/mail/model.ts";
import { unlinked } from "#lib/mail/names.ts";
import { defineMail, formatterFor, type MailWords } from "#lib/mail/template.ts";

const count = z.object({
  name: z.enum(["total", "waiting", "paid", "shipped", "rejected"]),
  value: z.number(),
  before: z.number(),
  href: z.url(),
});

const need = z.object({
  kind: z.enum([
    "to_call",
    "waiting_long",
    "call_backs_overdue",
    "failed_deliveries",
    "oversold",
    "out_of_stock",
    "low_stock",
    "silent_stores",
  ]),
  count: z.number(),
  isCapped: z.boolean(),
  href: z.url(),
});

const summary = z.object({
  name: plainText,
  workspaceName: plainText,
  /** Midnight UTC. */
  day: z.coerce.date(),
  isToday: z.boolean(),
  counts: z.array(count),
  money: z.array(z.object({ currency: plainText, worth: plainText, href: z.url() })),
  needs: z.array(need),
  /** The dashboard of that day. */
  link: z.url(),
  unsubscribe: z.url(),
});

/** How a day went, and what needs a hand. */
export const daySummary = defineMail({
  schema: summary,
  // The next one comes then.
  usefulFor: 12 * 60,
  write: (data, words) => {
    const { t } = words;
    const workspace = unlinked(data.workspaceName);
    const day = formatterFor(words.locale, { timezone: "UTC", timeFormat: "24h" }).dateTime(data.day, {
      weekday: "long",
      day: "numeric",
      month: "long",
    });
    const leads = data.counts.find(({ name }) => name === "total")?.value ?? 0;
    return {
      subject: t("daySummary.subject", { day, workspace }),
      preview: t("daySummary.preview", { count: leads }),
      blocks: [
        { kind: "heading", text: day },
        { kind: "text", text: t(data.isToday ? "daySummary.soFar" : "daySummary.whole", { workspace }) },
        { kind: "facts", facts: [...countsOf(data, words), ...moneyOf(data, words)] },
        { kind: "text", text: t("daySummary.now", { count: data.needs.length }) },
        ...(data.needs.length > 0 ? [{ kind: "facts" as const, facts: needsOf(data, words) }] : []),
        { kind: "button", label: t("daySummary.button"), href: data.link, otherwise: t("otherwise") },
      ],
      reason: t("daySummary.reason"),
      unsubscribe: { label: t("daySummary.unsubscribe"), href: data.unsubscribe },
    };
  },
});

type Summary = z.output<typeof summary>;

function countsOf({ counts }: Summary, { t }: MailWords): MailFact[] {
  return counts.map(({ name, value, before, href }) => ({
    label: t(`daySummary.counts.${name}`),
    value: t("daySummary.number", { value }),
    aside: t("daySummary.before", { before }),
    href,
  }));
}

/** Unlike currencies are never added up. */
function moneyOf({ money }: Summary, { t, locale }: MailWords): MailFact[] {
  return money.map(({ currency, worth, href }) => ({
    label: t("daySummary.worth"),
    value: formatMoney(worth, currency, locale),
    href,
  }));
}

function needsOf({ needs }: Summary, { t }: MailWords): MailFact[] {
  return needs.map(({ kind, count: value, isCapped, href }) => ({
    label: t(`daySummary.needs.${kind}`),
    value: t(isCapped ? "daySummary.moreThan" : "daySummary.number", { value }),
    href,
  }));
}
