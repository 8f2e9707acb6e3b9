import "server-only";
import type { Transaction } from "#lib/base/db/access.ts";
import { Prisma } from "#lib/base/db/generated/client.ts";
import type { Buyer } from "#lib/ingest/buyer.ts";
import type { RecordingStore } from "#lib/ingest/record.ts";

type Place = Pick<RecordingStore, "workspaceId" | "userId">;

/** The customer of an order: the one whom its buyer is known to be, else a new one; null when the order names nobody. */
export async function findOrCreateCustomer(
  tx: Transaction,
  store: Place,
  buyer: Buyer,
): Promise<string | null> {
  const match = await matchCustomer(tx, store, buyer);
  return match ? keptCustomer(tx, match) : createCustomer(tx, store, buyer);
}

/**
 * Whom a store's buyer is known to be. First comes what the store's owner knows: the newest of the owner's leads with the same e-mail, else
 * phone; then whom others know, unless the owner knows them, too. So which of a seller's orders are one buyer's follows from the seller's
 * own orders alone, and nobody can ask the workspace whether an e-mail and a phone are one person's.
 *
 * A phone alone is no match when both e-mails are known and differ and the names disagree: families share phones.
 */
async function matchCustomer(tx: Transaction, store: Place, buyer: Buyer): Promise<string | null> {
  const { email, phone } = buyer;
  if (!email && !phone) return null;
  const own = Prisma.sql`
    lead.workspace_id = ${store.workspaceId}::uuid and lead.customer_id is not null
    and (lead.user_id = ${store.userId}::uuid or lead.store_user_id = ${store.userId}::uuid)`;
  const others = Prisma.sql`
    customer.workspace_id = ${store.workspaceId}::uuid and not exists (
      select 1 from customer_contacts known
      where known.customer_id = coalesce(customer.merged_into_id, customer.id) and known.user_id = ${store.userId}::uuid)`;
  const byPhone = (row: Prisma.Sql) => Prisma.sql`
    ${row}.phone = ${phone} and (
      ${row}.email is null or ${email}::text is null or lower(${row}.email) = ${email} or astra.names_agree(${row}.name, ${buyer.name}))`;
  const [match] = await tx.$queryRaw<{ id: string }[]>`
    select id from (
      (select 1 as place, lead.customer_id as id from crm_leads lead where ${own} and lead.email = ${email}
        order by lead.arrived_at desc limit 1)
      union all
      (select 2, lead.customer_id from crm_leads lead where ${own} and ${byPhone(Prisma.sql`lead`)} order by lead.arrived_at desc limit 1)
      union all
      (select 3, customer.id from customers customer where ${others} and lower(customer.email) = ${email} limit 1)
      union all
      -- An e-mail that a merge took off a customer still leads to the person.
      (select 4, customer.id from customers customer
        where ${others} and customer.merged_into_id is not null and lower(customer.store_values ->> 'email') = ${email}
        order by customer.updated_at desc limit 1)
      union all
      (select 5, customer.id from customers customer where ${others} and ${byPhone(Prisma.sql`customer`)}
        order by customer.created_at limit 1)
    ) found
    order by place limit 1`;
  return match?.id ?? null;
}

/** The customer that this one was merged into, or itself; a merge that is on its way is waited for. */
export async function keptCustomer(tx: Transaction, id: string): Promise<string> {
  const [customer] = await tx.$queryRaw<{ keptId: string }[]>`
    select coalesce(merged_into_id, id) as "keptId" from customers where id = ${id}::uuid for no key update`;
  return customer?.keptId ?? id;
}

/** A new customer takes the e-mail when nobody has it. */
async function createCustomer(tx: Transaction, store: Place, buyer: Buyer): Promise<string | null> {
  if (!buyer.name && !buyer.email && !buyer.phone) return null;
  const { workspaceId } = store;
  const taken = await tx.$queryRaw<unknown[]>`
    select 1 from customers where workspace_id = ${workspaceId}::uuid and lower(email) = ${buyer.email}`;
  const email = taken.length > 0 ? null : buyer.email;
  const { id } = await tx.customer.create({ data: { workspaceId, ...buyer, email }, select: { id: true } });
  return id;
}
