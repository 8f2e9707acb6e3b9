import "server-only";
import type { Transaction } from "#lib/db/access.ts";

/**
 * Counts anew what the sellers of a store know of a customer: the store's owner, and whoever is credited with or assigned one of
 * its orders. Counted from the orders each time, so that no figure can drift. Money is spent once it is paid; test orders let the
 * seller see the customer, but count for nothing.
 */
export async function refreshCustomerSellers(
  tx: Transaction,
  customerId: string,
  integrationId: string,
): Promise<void> {
  // Two orders of one customer may change at once: each counts after the other has been written.
  await tx.$executeRaw`select 1 from customers where id = ${customerId}::uuid for no key update`;
  await tx.$executeRaw`
    with seller as (
      select user_id from integrations where id = ${integrationId}::uuid
      union
      select user_id from orders where customer_id = ${customerId}::uuid and integration_id = ${integrationId}::uuid
    ), sale as (
      select seller.user_id, "order".workspace_id, "order".currency, "order".current_total_amount, "order".order_created_at,
        "order".is_test, lead.kpi_status
      from seller
      join orders "order" on "order".customer_id = ${customerId}::uuid
        and ("order".user_id = seller.user_id
          or "order".integration_id in (select id from integrations where user_id = seller.user_id))
      left join crm_leads lead on lead.order_id = "order".id
    ), spent as (
      select user_id, jsonb_object_agg(currency, amount::text) as amounts
      from (
        select user_id, currency, sum(current_total_amount) as amount from sale
        where kpi_status = 'paid' and not is_test group by user_id, currency
      ) per_currency
      group by user_id
    )
    insert into customer_sellers (customer_id, user_id, workspace_id, orders_count, spent, first_order_at, last_order_at)
    select ${customerId}::uuid, sale.user_id, sale.workspace_id, count(*) filter (where not sale.is_test),
      coalesce(min(spent.amounts::text)::jsonb, '{}'), min(sale.order_created_at), max(sale.order_created_at)
    from sale left join spent on spent.user_id = sale.user_id
    group by sale.user_id, sale.workspace_id
    on conflict (customer_id, user_id) do update
    set orders_count = excluded.orders_count, spent = excluded.spent, first_order_at = excluded.first_order_at,
      last_order_at = excluded.last_order_at`;
}
