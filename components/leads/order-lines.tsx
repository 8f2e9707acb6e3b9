import { useFormatter, useTranslations } from "next-intl";
import { isZero } from "#components/leads/amount-checks.ts";
import { LineAttributes } from "#components/leads/order-extras.tsx";
import { cn } from "#components/ui/cn.ts";
import { Money } from "#components/ui/money.tsx";
import { VisuallyHidden } from "#components/ui/visually-hidden.tsx";
import type { OrderFacts, OrderLine } from "#lib/orders/facts.ts";

/** The lines as they were ordered; one that was taken off since is struck through. */
export function OrderLines({ order }: { order: OrderFacts }) {
  const t = useTranslations("lead.lines");
  if (order.items.length === 0) return <p className="text-sm text-subheading">{t("none")}</p>;
  return (
    <table className="w-full text-sm">
      <thead className="sr-only">
        <tr>
          <th scope="col">{t("item")}</th>
          <th scope="col">{t("quantity")}</th>
          <th scope="col">{t("total")}</th>
        </tr>
      </thead>
      <tbody>
        {order.items.map((line) => (
          <Line key={line.id} line={line} currency={order.currency} />
        ))}
        {order.more && (
          <tr className="text-subheading">
            <td colSpan={2} className="border-b py-2.5 pe-3">
              {t("more", { count: order.more.count })}
            </td>
            <td className="border-b py-2.5 text-end">
              <Money amount={order.more.total} currency={order.currency} />
            </td>
          </tr>
        )}
      </tbody>
    </table>
  );
}

function Line({ line, currency }: { line: OrderLine; currency: string }) {
  const t = useTranslations("lead.lines");
  const isTakenOff = isZero(line.currentQuantity);
  return (
    <tr className={cn("align-top", isTakenOff && "text-subheading line-through")}>
      <td className="border-b py-2.5 pe-3">
        <div className={cn("wrap-anywhere font-medium", !isTakenOff && "text-heading")}>
          <bdi>{line.name}</bdi>
          {isTakenOff && <VisuallyHidden> ({t("takenOff")})</VisuallyHidden>}
        </div>
        <LineAttributes attributes={line.attributes} />
        {line.sku && (
          <div className="break-all font-mono text-subheading text-xs leading-[18px]">{line.sku}</div>
        )}
      </td>
      <td className="whitespace-nowrap border-b py-2.5 pe-3 text-heading tabular-nums">
        <Quantity line={line} />
      </td>
      <td className="border-b py-2.5 text-end">
        <div className={cn("font-medium", !isTakenOff && "text-heading")}>
          <Money amount={line.total} currency={currency} />
        </div>
        {line.quantity !== "1" && (
          <div className="text-subheading text-xs leading-[18px]">
            {t.rich("each", { price: () => <Money amount={line.price} currency={currency} /> })}
          </div>
        )}
      </td>
    </tr>
  );
}

/** "× 2", and for a line of which something was taken off "× 2 of 3". */
function Quantity({ line }: { line: OrderLine }) {
  const t = useTranslations("lead.lines");
  const format = useFormatter();
  const quantity = format.number(Number(line.quantity), { maximumFractionDigits: 3 });
  const isReduced = line.currentQuantity !== line.quantity && !isZero(line.currentQuantity);
  if (!isReduced) return t("times", { quantity });
  const current = format.number(Number(line.currentQuantity), { maximumFractionDigits: 3 });
  return t("timesOf", { current, quantity });
}
