import Link from "next/link";
import { cn } from "#components/ui/cn.ts";
import type { LoggedDelivery } from "#lib/deliveries/queries.ts";

export interface OrderLinkProps {
  delivery: Pick<LoggedDelivery, "order" | "externalOrderId">;
  className: string;
}

/** The order that a delivery is about: its number leads to it; one that never came in has only the store's own id. */
export function OrderLink({ delivery: { order, externalOrderId }, className }: OrderLinkProps) {
  const classes = cn("inline-block max-w-full truncate align-bottom font-mono text-xs", className);
  if (!order)
    return (
      externalOrderId && (
        <bdi title={externalOrderId} className={cn(classes, "text-subheading")}>
          {externalOrderId}
        </bdi>
      )
    );
  return (
    <Link
      href={`/orders/${order.id}`}
      prefetch={false}
      title={order.number}
      className={cn(classes, "text-heading underline decoration-border-control underline-offset-2")}
    >
      <bdi>{order.number}</bdi>
    </Link>
  );
}
