"use client";

import { TriangleAlert } from "lucide-react";
import { useFormatter, useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { addressLines } from "#components/leads/address-lines.ts";
import { areEqual, dueLabel, isZero } from "#components/leads/amount-checks.ts";
import { ExtraValue, extrasOf, LineAttributes } from "#components/leads/order-extras.tsx";
import { Moment } from "#components/ui/moment.tsx";
import { Money } from "#components/ui/money.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import type { CallLead } from "#lib/leads/calling.ts";
import type { OrderFacts } from "#lib/orders/facts.ts";

interface FactProps {
  lead: CallLead;
}

/** What one says and asks on the phone: the sum, the things, the place. */
export function CallFacts({ lead }: FactProps) {
  const t = useTranslations("calling");
  const { order, contact, addressIssues } = lead;
  const locale = useLocale();
  const address = addressLines(contact, locale);
  const note = lead.events.find(({ type }) => type === "note");
  return (
    <dl className="grid grid-cols-[88px_minmax(0,1fr)] items-baseline gap-x-3 gap-y-2.5 text-base max-md:grid-cols-[76px_minmax(0,1fr)]">
      {order && (
        <Fact label={t(isZero(order.due) ? "total" : dueLabel(order))}>
          <Sum order={order} />
        </Fact>
      )}
      <Fact label={t("ordered")}>
        <Ordered lead={lead} />
      </Fact>
      <Fact label={t("where")}>
        {lead.source === "manual" ? t("byHand") : lead.storeName} · <RelativeTime date={lead.arrivedAt} />
        {order && (
          <a
            href={`/orders/${order.id}`}
            target="_blank"
            rel="noopener"
            className="ms-2 rounded-sm font-mono text-brand-text text-xs hover:underline"
          >
            {order.number}
          </a>
        )}
      </Fact>
      <Fact label={t("address")}>
        {address.length > 0 ? <bdi>{address.join(", ")}</bdi> : t("noAddress")}
        {addressIssues.length > 0 && <AddressIssues issues={addressIssues} />}
      </Fact>
      {order && <Extras order={order} />}
      {lead.codStatus === "postponed" && lead.callBackAt && (
        <Fact label={t("promised")}>
          <Moment date={lead.callBackAt} format="dateTime" />
        </Fact>
      )}
      {lead.callAttempts > 0 && (
        <Fact label={t("tries")}>{t("triesInVain", { count: lead.callAttempts })}</Fact>
      )}
      {note?.details.text && (
        <Fact label={t("note")}>
          <span dir="auto" className="line-clamp-3 whitespace-pre-wrap break-words">
            {note.details.text}
          </span>
        </Fact>
      )}
    </dl>
  );
}

/** What the courier collects, or what it cost; beside it the whole where something was paid ahead, and the buyer's own money. */
function Sum({ order }: { order: OrderFacts }) {
  const t = useTranslations("calling");
  const { due, currentTotal, currency, buyerMoney } = order;
  const isPartlyPaid = !isZero(due) && !areEqual(due, currentTotal);
  return (
    <>
      <span className="font-semibold text-heading text-lg">
        <Money amount={isZero(due) ? currentTotal : due} currency={currency} />
      </span>
      {isPartlyPaid && (
        <span className="ms-2 text-sm text-subheading">
          {t.rich("ofTotal", { total: () => <Money amount={currentTotal} currency={currency} /> })}
        </span>
      )}
      {buyerMoney && (
        <span className="ms-2 text-sm text-subheading">
          <Money amount={isZero(due) ? buyerMoney.total : buyerMoney.due} currency={buyerMoney.currency} />
        </span>
      )}
    </>
  );
}

/** What the buyer wrote and wished. */
function Extras({ order }: { order: OrderFacts }) {
  const t = useTranslations("lead.extras");
  return extrasOf(order).map(({ name, label, value }) => (
    <Fact key={`${name}:${label}:${value}`} label={name === "attribute" ? label : t(name)}>
      <span dir="auto" className="line-clamp-4 whitespace-pre-wrap">
        <ExtraValue extra={{ name, label, value }} order={order} />
      </span>
    </Fact>
  ));
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-subheading">{label}</dt>
      <dd className="wrap-anywhere min-w-0 text-heading">{children}</dd>
    </>
  );
}

function Ordered({ lead: { order, product } }: FactProps) {
  const t = useTranslations("calling");
  const lineWords = useTranslations("lead.lines");
  const format = useFormatter();
  const lines = order?.items.filter((line) => Number(line.currentQuantity) > 0) ?? [];
  if (lines.length === 0) return product ?? t("noItems");
  return (
    <ul className="grid gap-0.5">
      {lines.map((line) => (
        <li key={line.id} className="flex gap-2">
          <span className="shrink-0 text-subheading tabular-nums">
            {t("times", {
              quantity: format.number(Number(line.currentQuantity), { maximumFractionDigits: 3 }),
            })}
          </span>
          <div className="min-w-0">
            <bdi className="wrap-anywhere">{line.name}</bdi>
            <LineAttributes attributes={line.attributes} />
          </div>
        </li>
      ))}
      {order?.more && <li className="text-subheading">{lineWords("more", { count: order.more.count })}</li>}
    </ul>
  );
}

function AddressIssues({ issues }: { issues: CallLead["addressIssues"] }) {
  const t = useTranslations("lead.issues");
  return (
    <ul className="mt-0.5 grid text-amber-text text-sm">
      {issues.map((issue) => (
        <li key={issue} className="flex items-center gap-1.5">
          <TriangleAlert aria-hidden className="size-3.5 shrink-0" />
          {t(issue)}
        </li>
      ))}
    </ul>
  );
}
