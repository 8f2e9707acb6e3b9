import fc from "fast-check";
import {
  type CodStatus,
  codStatuses,
  deriveKpiStatus,
  type LogisticStatus,
  logisticStatuses,
} from "#lib/sales/statuses.ts";
import { asOwner, asSystem } from "#tests/support/database.ts";
import { addLeads, leadOf, skus, type World } from "./world.ts";

/** Something that happens to a lead chosen at random ($2 of 1,000 of those of the workspace $1), or to the whole workspace. */
export type Change = (world: World, pick: number) => Promise<unknown>;

const oneLead = `(select id from crm_leads where workspace_id = $1 order by id offset
  ($2::int % greatest((select count(*) from crm_leads where workspace_id = $1), 1)) limit 1)`;

function toLead(set: string): Change {
  return (world, pick) =>
    asOwner(`update crm_leads set ${set} where id = ${oneLead}`, [world.workspace.id, pick]);
}

const itsOrder = `(select order_id from crm_leads where id = ${oneLead})`;

function toOrder(set: string): Change {
  return (world, pick) =>
    asOwner(`update orders set ${set} where id = ${itsOrder}`, [world.workspace.id, pick]);
}

function toLines(set: string): Change {
  return (world, pick) =>
    asOwner(`update order_items set ${set} where order_id = ${itsOrder}`, [world.workspace.id, pick]);
}

/** The store gives back what one line, or all of them, came to: lines, refund, order and lead in one transaction. */
async function refund(world: World, pick: number, lines: string): Promise<void> {
  await asSystem(async (query) => {
    const { rows } = await query(
      `select order_id as id, cod_status as "codStatus", logistic_status as "logisticStatus" from crm_leads
       where id = ${oneLead} and order_id is not null for update`,
      [world.workspace.id, pick],
    );
    const lead = rows[0] as { id: string; codStatus: CodStatus; logisticStatus: LogisticStatus } | undefined;
    if (!lead) return;
    const isWhole = lines === "true";
    const paymentStatus = isWhole ? "refunded" : "partially_refunded";
    await query(`update order_items set current_quantity = 0 where order_id = $1 and ${lines}`, [lead.id]);
    await query(
      `insert into order_refunds (order_id, external_refund_id, amount, refunded_at)
       values ($1, gen_random_uuid()::text, 1.25, now())`,
      [lead.id],
    );
    await query(
      "update orders set payment_status = $2, received_amount = 1.25, refunded_amount = 1.25 where id = $1",
      [lead.id, paymentStatus],
    );
    await query(
      `update crm_leads set value = ${isWhole ? "0" : "value / 2"}, kpi_status = $2 where order_id = $1`,
      [lead.id, deriveKpiStatus({ ...lead, paymentStatus })],
    );
  });
}

const kpi = (cod: string, logistic: string) =>
  `cod_status = '${cod}', logistic_status = '${logistic}', kpi_status = astra.kpi_status('${cod}', '${logistic}',
    (select payment_status from orders where orders.id = order_id))`;

export const changeKinds: Change[] = [
  // New: of stores and by hand, alone and many at once.
  (world, pick) =>
    addLeads(world, fc.sample(leadOf(world), { numRuns: 1 + (pick % 3), seed: pick }), pick % 2 === 0),
  // Worked, cancelled, delivered, undone.
  (world, pick) =>
    toLead(kpi(codStatuses[pick % codStatuses.length] ?? "", logisticStatuses[pick % 7] ?? ""))(world, pick),
  toLead("logistic_status = 'cancelled', kpi_status = 'rejected'"),
  toLead(kpi("pending", "pending")),
  // Refunded in part and whole.
  (world, pick) => refund(world, pick, "position = 1"),
  (world, pick) => refund(world, pick, "true"),
  // Edited: quantities, a price, another product, a line more and less.
  (world, pick) => toLines(`current_quantity = ${pick % 4}`)(world, pick),
  (world, pick) => toLines(`price_per_unit = ${(pick % 70) + 0.005}`)(world, pick),
  (world, pick) => toLines(`product_sku = '${skus[pick % skus.length]}'`)(world, pick),
  toLines("product_sku = null, product_name = 'Anonymous'"),
  (world, pick) =>
    asOwner(
      `insert into order_items (order_id, external_line_id, position, product_sku, product_name, quantity, current_quantity, price_per_unit)
       select id, gen_random_uuid()::text, 9, '${skus[pick % skus.length]}', 'One more', 1, 1, 3.333
       from (select ${itsOrder} as id) "order" where id is not null`,
      [world.workspace.id, pick],
    ),
  (world, pick) =>
    asOwner(`delete from order_items where position > 1 and order_id = ${itsOrder}`, [
      world.workspace.id,
      pick,
    ]),
  (world, pick) => toLead(`value = ${(pick % 900) + 0.5}`)(world, pick),
  toLead("value = null"),
  (world, pick) => toOrder(`currency = '${["EUR", "RON", "XTS"][pick % 3]}'`)(world, pick),
  // Reassigned, dated anew, turned out to be a test and back.
  (world, pick) => {
    const people = Object.values(world.people);
    return toLead(`user_id = '${people[pick % people.length]?.userId}'`)(world, pick);
  },
  toLead("arrived_at = arrived_at + interval '17 minutes'"),
  toLead("is_test = not is_test"),
  // Redacted and merged: nothing that is counted.
  toLead("name = null, email = null, phone = null"),
  toLead("customer_id = null"),
  // Joined to another order: its lead goes.
  (world, pick) => asOwner(`delete from crm_leads where id = ${oneLead}`, [world.workspace.id, pick]),
  // A store changes hands, with all its leads.
  (world, pick) =>
    asOwner("update integrations set user_id = $1 where id = $2", [
      [world.people.ana, world.people.mihai, world.people.dan][pick % 3]?.userId,
      world.stores[pick % world.stores.length]?.id,
    ]),
  // Meanwhile, what is new is folded.
  (world) =>
    asOwner("select astra.fold_lead_changes(40, $1), astra.fold_product_changes(40, $1)", [
      world.workspace.id,
    ]),
];
