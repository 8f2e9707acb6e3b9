import { useTranslations } from "next-intl";
import { StatusPill, type Tone } from "#components/ui/status-pill.tsx";
import type { OrderStatus } from "#lib/sales/statuses.ts";

const tones: Record<OrderStatus, Tone> = {
  pending: "amber",
  processing: "gray",
  shipped: "blue",
  delivered: "green",
  cancelled: "red",
  refunded: "red",
};

/** Where an order stands in its store. */
export function OrderPill({ status }: { status: OrderStatus }) {
  const t = useTranslations("statuses.order");
  return <StatusPill tone={tones[status]}>{t(status)}</StatusPill>;
}
