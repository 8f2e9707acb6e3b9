import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { TrackingNumbers } from "#components/leads/tracking-numbers.tsx";
import { Alert } from "#components/ui/alert.tsx";
import type { OrderFacts } from "#lib/orders/facts.ts";
import type { Label } from "#lib/sales/order.ts";

/** What the buyer and the shop said of an order beside its lines and address: note, delivery wishes, locker, company. */
export function OrderExtras({ order }: { order: OrderFacts }) {
  const t = useTranslations("lead.extras");
  const entries = extrasOf(order);
  if (entries.length === 0) return null;
  return (
    <dl className="grid grid-cols-[112px_minmax(0,1fr)] gap-x-3 gap-y-2 border-t pt-3 text-sm">
      {entries.map(({ name, label, value }) => (
        <div key={`${name}:${label}:${value}`} className="contents">
          <dt className="wrap-anywhere text-subheading">{name === "attribute" ? label : t(name)}</dt>
          <dd className="wrap-anywhere min-w-0 whitespace-pre-wrap text-heading" dir="auto">
            <ExtraValue extra={{ name, label, value }} order={order} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** What an extra says; the numbers of parcels lead to where their carriers say more. */
export function ExtraValue({ extra, order }: { extra: Extra; order: OrderFacts }) {
  if (extra.name !== "trackingNumbers") return extra.value;
  return <TrackingNumbers numbers={order.trackingNumbers} shippingMethod={order.shippingMethod} />;
}

interface Extra extends Label {
  name: "note" | "shippingMethod" | "trackingNumbers" | "company" | "taxNumber" | "otherPhones" | "attribute";
}

/** The extras that an order has, in the order in which a caller needs them. */
export function extrasOf(order: OrderFacts): Extra[] {
  const own = [
    { name: "note", value: order.note },
    { name: "otherPhones", value: order.otherPhones.join(", ") },
    { name: "shippingMethod", value: order.shippingMethod },
    { name: "company", value: order.company },
    { name: "taxNumber", value: order.taxNumber },
    { name: "trackingNumbers", value: order.trackingNumbers.join(", ") },
  ] as const;
  const said = own.flatMap(({ name, value }): Extra[] => (value ? [{ name, label: "", value }] : []));
  return [...said, ...order.attributes.map((one): Extra => ({ name: "attribute", ...one }))];
}

/** Variant, personalisation and the like, under the item's name. */
export function LineAttributes({ attributes }: { attributes: Label[] }) {
  const t = useTranslations("common");
  if (attributes.length === 0) return null;
  return (
    <ul className="grid text-subheading text-xs leading-[18px]">
      {attributes.map(({ label, value }) => (
        <li key={`${label}:${value}`} className="wrap-anywhere" dir="auto">
          {label ? t("labelled", { label, value }) : value}
        </li>
      ))}
    </ul>
  );
}

/** What Astra could not make out of the store's order, so that a person looks. */
export function OrderNotices({ order }: { order: OrderFacts }) {
  const t = useTranslations("lead.notices");
  const notices: { title: string; text: ReactNode }[] = [];
  if (order.callReason)
    notices.push({ title: t(`${order.callReason}.title`), text: t(`${order.callReason}.text`) });
  if (order.unknownStatus) {
    const title = t("unknownStatus.title", { status: order.unknownStatus });
    notices.push({ title, text: t("unknownStatus.text") });
  }
  if (order.notUnderstood.length > 0) {
    const title = t("notUnderstood.title", { count: order.notUnderstood.length });
    notices.push({
      title,
      text: <span className="break-all font-mono text-xs">{order.notUnderstood.join(", ")}</span>,
    });
  }
  return notices.map(({ title, text }) => (
    <Alert key={title} tone="warning" title={title}>
      {text}
    </Alert>
  ));
}
