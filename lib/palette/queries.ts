import "server-only";
import type { Session } from "#lib/base/auth/session.ts";
import { forUser, type Transaction } from "#lib/base/db/access.ts";
import { Prisma } from "#lib/base/db/generated/client.ts";
import { contactJoin, knownCustomers } from "#lib/customers/contacts.ts";
import { buyerName, formatPhone, withPhoneWritten } from "#lib/customers/phone.ts";
import { segmentsOf } from "#lib/leads/list-order.ts";
import { selectLeads } from "#lib/leads/list-query.ts";
import { rank } from "#lib/palette/model.ts";
import { findProducts } from "#lib/palette/products.ts";
import type { CustomerHit, LeadHit, PaletteResult } from "#lib/palette/schema.ts";
import { matchCustomers, matchLeads } from "#lib/sales/search/matches.ts";

/** The newest matches, of which the best are shown. */
const lookedAt = 20;
const shown = 5;

interface FoundLead extends LeadHit {
  phone: string | null;
  orderId: string | null;
  total: string | null;
  currency: string | null;
}

/** What the command palette finds among the leads, orders, customers and products that the person may see. */
export function searchPalette(session: Session, text: string): Promise<PaletteResult> {
  return forUser(session, async (tx) => {
    const found = rank(await findLeads(tx, session, text), text, ({ orderNumber, name }) => [
      orderNumber,
      name,
    ]);
    const customers = rank(await findCustomers(tx, session, text), text, ({ name, email }) => [name, email]);
    const products = rank(await findProducts(tx, session, text), text, ({ sku, name }) => [sku, name]);
    return {
      leads: found.slice(0, shown).map(leadHit),
      orders: found.flatMap(orderHits).slice(0, shown),
      customers: customers.slice(0, shown),
      products: products.slice(0, shown),
    };
  });
}

async function findLeads(tx: Transaction, session: Session, text: string): Promise<FoundLead[]> {
  const matches = await matchLeads(tx, session, text);
  if (!matches) return [];
  const page = selectLeads(session, {
    where: matches.condition,
    segments: segmentsOf({ sort: "newest", view: "all" }),
    from: null,
    isBackwards: false,
    limit: lookedAt,
  });
  return tx.$queryRaw<FoundLead[]>`
    with page as materialized (${page})
    select page.id, coalesce(page.name, contact.name) as name, coalesce(page.phone, contact.phone) as phone, page.cod_status as "codStatus",
      page.logistic_status as "logisticStatus", page.kpi_status as "kpiStatus", page.call_reason as "callReason", store.name as "storeName",
      "order".id as "orderId", "order".order_number as "orderNumber", "order".current_total_amount::text as total, "order".currency
    from page
    left join orders "order" on "order".id = page.order_id
    ${contactJoin(session, Prisma.sql`page`)}
    left join astra.store_names(${session.workspace.id}::uuid) store on store.id = page.integration_id
    order by page.ordinal`;
}

function leadHit(lead: FoundLead): LeadHit {
  const { id, orderNumber, storeName, codStatus, logisticStatus, kpiStatus, callReason } = lead;
  const name = buyerName(lead);
  const phone = lead.name && lead.phone ? formatPhone(lead.phone) : null;
  return { id, name, phone, orderNumber, storeName, codStatus, logisticStatus, kpiStatus, callReason };
}

function orderHits(lead: FoundLead): PaletteResult["orders"] {
  const { orderId, orderNumber, total, currency } = lead;
  if (orderId === null || orderNumber === null || total === null || currency === null) return [];
  return [{ id: orderId, orderNumber, name: buyerName(lead), total, currency }];
}

async function findCustomers(tx: Transaction, session: Session, text: string): Promise<CustomerHit[]> {
  const matches = await matchCustomers(tx, session, text);
  if (!matches) return [];
  const customers = await tx.$queryRaw<CustomerHit[]>`
    select customer.id, customer.name, customer.email, customer.phone
    from ${knownCustomers(session)} where ${matches.condition}
    order by customer.created_at desc, customer.id desc limit ${lookedAt}`;
  return customers.map(withPhoneWritten);
}
