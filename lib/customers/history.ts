import "server-only";
import type { Session } from "#lib/base/auth/session.ts";
import { forUser } from "#lib/base/db/access.ts";

/** What a buyer has bought before, as far as the person may see: a seller's figures are the seller's own. */
export interface BuyerHistory {
  orders: number;
  delivered: number;
  /** Parcels that were turned away at the door, and those that came back otherwise. */
  refused: number;
  returned: number;
  /** What was paid, per currency, as decimal strings. */
  spent: { currency: string; amount: string }[];
  since: Date;
}

/** The history of a customer, without test orders; null when there is no order yet. */
export async function buyerHistory(session: Session, customerId: string): Promise<BuyerHistory | null> {
  const [history] = await forUser(
    session,
    (tx) => tx.$queryRaw<BuyerHistory[]>`
      with sale as (
        select "order".currency, "order".current_total_amount, "order".order_created_at, lead.cod_status, lead.logistic_status,
          lead.kpi_status
        from orders "order" left join crm_leads lead on lead.order_id = "order".id
        where "order".customer_id = ${customerId}::uuid and not "order".is_test and not "order".repeats_parent
      )
      select count(*)::int as orders, count(*) filter (where logistic_status = 'delivered' and cod_status <> 'refused')::int as delivered,
        count(*) filter (where cod_status = 'refused')::int as refused,
        count(*) filter (where cod_status <> 'refused' and logistic_status = 'returned')::int as returned,
        min(order_created_at) as since,
        coalesce((
          select jsonb_agg(jsonb_build_object('currency', currency, 'amount', amount::text) order by currency)
          from (select currency, sum(current_total_amount) as amount from sale
            where kpi_status = 'paid' and astra.known_currency(currency) group by currency) paid
        ), '[]') as spent
      from sale having count(*) > 0`,
  );
  return history ?? null;
}
