import { asOwner, type Row } from "#tests/support/database.ts";

/**
 * What a store's deliveries came to: the rows of its orders, their lines, refunds and leads, which are the same wherever they were written;
 * without ids and the times of writing.
 */
export async function rowsOf(storeId: string): Promise<Record<string, Row[]>> {
  const rows: Record<string, Row[]> = {};
  for (const [name, question] of Object.entries(questions)) rows[name] = await asOwner(question, [storeId]);
  return rows;
}

const orders = `select * from orders where integration_id = $1`;
const without = (...names: string[]) => names.map((name) => ` - '${name}'`).join("");
const kept = without(
  "id",
  "created_at",
  "updated_at",
  "order_id",
  "workspace_id",
  "user_id",
  "store_user_id",
  "integration_id",
  "customer_id",
  "lead_id",
  "parent_order_id",
  "search_text",
  "known_since",
  "merged_into_id",
  "redacted_at",
  "deleted_in_store_at",
  "voided_at",
);

const questions: Record<string, string> = {
  orders: `select to_jsonb(one)${kept} as row, one.deleted_in_store_at is not null as deleted, one.redacted_at is not null as redacted
    from (${orders}) one order by external_order_id`,
  items: `select one.external_order_id, to_jsonb(item)${kept} as row from (${orders}) one join order_items item on item.order_id = one.id
    order by one.external_order_id, item.external_line_id`,
  // One that its store gives no date has that of its receipt.
  refunds: `select one.external_order_id, to_jsonb(refund)${kept}${without("refunded_at", "said_at")} as row,
      case when refund.refunded_at < '2026-06-01' then refund.refunded_at end as refunded_at, refund.voided_at is not null as void
    from (${orders}) one join order_refunds refund on refund.order_id = one.id order by one.external_order_id, refund.external_refund_id`,
  leads: `select one.external_order_id, to_jsonb(lead)${kept} as row, lead.customer_id is not distinct from one.customer_id as same_buyer
    from (${orders}) one join crm_leads lead on lead.order_id = one.id order by one.external_order_id`,
};
