import Link from "next/link";
import { useTranslations } from "next-intl";
import { OrderPill } from "#components/orders/order-pill.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { Card, CardHeader, CardTitle } from "#components/ui/card.tsx";
import { Moment } from "#components/ui/moment.tsx";
import { Money } from "#components/ui/money.tsx";
import type { CustomerOrder } from "#lib/customers/customer-query.ts";

const linkClasses = "rounded-sm font-medium text-xs hover:underline max-md:inline-block max-md:py-1";

export interface CustomerHistoryProps {
  orders: CustomerOrder[];
  /** Whether all of them are the person's own: then only the stores tell them apart. */
  isOwn: boolean;
}

/** Every order of the customer: order, status, lead, seller, total. */
export function CustomerHistory({ orders, isOwn }: CustomerHistoryProps) {
  const t = useTranslations("customers.detail");
  return (
    <Card className="overflow-hidden">
      <CardHeader>
        <CardTitle>{t("history")}</CardTitle>
        {orders.length > 1 && <p className="text-subheading text-xs">{t("historyText")}</p>}
      </CardHeader>
      {orders.length === 0 ? (
        <p className="px-4 pb-4 text-sm text-subheading">{t("noOrders")}</p>
      ) : (
        <>
          {/* Between a wide phone and a laptop there is a second column, and no room for a table beside it. */}
          <HistoryTable orders={orders} isOwn={isOwn} />
          <ul className="md:hidden lg:max-xl:block">
            {orders.map((order) => (
              <HistoryEntry key={order.id} order={order} isOwn={isOwn} />
            ))}
          </ul>
        </>
      )}
    </Card>
  );
}

const cellClasses = "h-[52px] border-t px-2 py-0 first:ps-4 last:pe-4";
const headClasses = "h-[38px] px-2 base:text-start font-medium text-subheading text-sm first:ps-4 last:pe-4";

function HistoryTable({ orders, isOwn }: CustomerHistoryProps) {
  const t = useTranslations("customers.detail");
  return (
    <table className="w-full border-separate border-spacing-0 text-sm max-md:hidden lg:max-xl:hidden">
      <thead>
        <tr>
          <th scope="col" className={headClasses}>
            {t("order")}
          </th>
          <th scope="col" className={headClasses}>
            {t("date")}
          </th>
          <th scope="col" className={headClasses}>
            {t("status")}
          </th>
          <th scope="col" className={headClasses}>
            {t(isOwn ? "store" : "seller")}
          </th>
          <th scope="col" className={`${headClasses} text-end`}>
            {t("total")}
          </th>
        </tr>
      </thead>
      <tbody>
        {orders.map((order) => (
          <tr key={order.id} className="transition-colors hover:bg-hover">
            <td className={cellClasses}>
              <OrderName order={order} />
            </td>
            <td className={`${cellClasses} whitespace-nowrap text-subheading tabular-nums`}>
              <Moment date={order.orderedAt} format="date" />
            </td>
            <td className={cellClasses}>
              <OrderPill status={order.status} />
            </td>
            <td className={`${cellClasses} wrap-anywhere`}>
              <SellerName order={order} isOwn={isOwn} />
            </td>
            <td className={`${cellClasses} text-end font-medium text-heading`}>
              <Money amount={order.total} currency={order.currency} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The order's number, and a way to its lead. */
function OrderName({ order }: { order: CustomerOrder }) {
  const t = useTranslations("customers");
  return (
    <div className="flex flex-wrap items-center gap-x-2">
      <Link href={`/orders/${order.id}`} className={`${linkClasses} font-mono text-heading`}>
        {order.number}
      </Link>
      {order.isTest && <Badge>{t("test")}</Badge>}
      {order.lead && (
        <Link href={`/leads/${order.lead.id}`} className={`${linkClasses} text-brand-text`}>
          {t("detail.lead")}
        </Link>
      )}
    </div>
  );
}

interface OrderProps {
  order: CustomerOrder;
  isOwn: boolean;
}

/** Who sold, and by which store. */
function SellerName({ order, isOwn }: OrderProps) {
  const t = useTranslations("customers");
  const store = order.isByHand ? t("detail.byHand") : order.storeName;
  if (isOwn) return store;
  return (
    <>
      <div className="text-heading leading-[18px]">{order.sellerName ?? t("formerMember")}</div>
      <div className="text-subheading text-xs">{store}</div>
    </>
  );
}

function HistoryEntry({ order, isOwn }: OrderProps) {
  return (
    <li className="grid gap-1 border-t px-4 py-3 text-sm">
      <div className="flex items-center justify-between gap-4">
        <OrderName order={order} />
        <span className="font-medium text-heading">
          <Money amount={order.total} currency={order.currency} />
        </span>
      </div>
      <div className="flex items-center justify-between gap-4">
        <span className="text-subheading tabular-nums">
          <Moment date={order.orderedAt} format="date" />
        </span>
        <OrderPill status={order.status} />
      </div>
      <div className="text-subheading">
        <SellerName order={order} isOwn={isOwn} />
      </div>
    </li>
  );
}
