import "server-only";
import type { Transaction } from "#lib/base/db/access.ts";
import { normaliseEmail, normalisePhone } from "#lib/customers/contact.ts";
import type { RecordingStore } from "#lib/ingest/record.ts";
import type { StorePrivacyRequest } from "#lib/platforms/platform.ts";

/**
 * The customers whom an order of the store named before it named somebody else, and whom a privacy request is about: what the store had said
 * of them may still be kept. A contact says that they were left, or, where two customers were merged since, the timeline.
 */
export async function findLeftCustomers(
  tx: Transaction,
  { integrationId, workspaceId, userId }: RecordingStore,
  request: StorePrivacyRequest,
): Promise<string[]> {
  if (request.kind === "redact_shop") {
    const contacts = await tx.customerContact.findMany({
      where: { namedById: integrationId },
      select: { customerId: true },
    });
    return contacts.map(({ customerId }) => customerId);
  }
  const email = normaliseEmail(request.email);
  const phone = normalisePhone(request.phone, null);
  const customers = await tx.$queryRaw<{ id: string }[]>`
    with known as (
      select id from customers where workspace_id = ${workspaceId}::uuid and lower(email) = ${email}
      union
      select id from customers
      where workspace_id = ${workspaceId}::uuid and merged_into_id is not null and lower(store_values ->> 'email') = ${email}
      union
      select id from customers where workspace_id = ${workspaceId}::uuid and phone = ${phone}
      union
      select customer_id from customer_contacts where user_id = ${userId}::uuid and lower(email) = ${email}
      union
      select customer_id from customer_contacts where user_id = ${userId}::uuid and phone = ${phone}
    )
    select kept.id
    from (select distinct coalesce(merged_into_id, id) as id from customers where id in (select id from known)) kept
    where exists (
      select from customer_contacts contact where contact.customer_id = kept.id and contact.named_by_id = ${integrationId}::uuid
    ) or exists (
      select from customers former
      join crm_lead_events entry on entry.type = 'buyer_changed' and entry.details ->> 'fromId' = former.id::text
      join crm_leads lead on lead.id = entry.lead_id and lead.integration_id = ${integrationId}::uuid
      where former.id = kept.id or former.merged_into_id = kept.id
    )`;
  return customers.map(({ id }) => id);
}
