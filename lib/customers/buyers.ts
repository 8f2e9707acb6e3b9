import "server-only";
import { seesEverything } from "#lib/base/auth/permissions.ts";
import type { Session } from "#lib/base/auth/session.ts";
import { forUser } from "#lib/base/db/access.ts";
import { Prisma } from "#lib/base/db/generated/client.ts";
import { normalisePhone } from "#lib/customers/contact.ts";
import type { Contact } from "#lib/customers/model.ts";
import { formatPhone } from "#lib/customers/phone.ts";
import type { BuyersRequest } from "#lib/customers/schema.ts";

/** A buyer whom the person knows, and what became of the orders that the person may see. */
export interface KnownBuyer extends Contact {
  id: string;
  /** The phone as people read it. */
  phoneText: string | null;
  orders: number;
  /** Parcels that were turned away at the door. */
  refused: number;
}

/** Of one phone; more are not one person's. */
const mostShown = 3;

/** The buyers with a phone as it is being typed whom the person knows, those of the latest orders first; none while it can't be dialled. */
export async function findBuyers(session: Session, { phone, country }: BuyersRequest): Promise<KnownBuyer[]> {
  const dialled = normalisePhone(phone, country || null);
  if (!dialled) return [];
  const found = await forUser(
    session,
    (tx) => tx.$queryRaw<Omit<KnownBuyer, "phoneText">[]>`
      select buyer.id, buyer.name, buyer.email, buyer.phone, buyer.street, buyer.city, buyer.region, buyer.zip, buyer.country,
        count("order".id)::int as orders, count(lead.id) filter (where lead.cod_status = 'refused')::int as refused
      from ${buyersBy(session, dialled)}
      left join orders "order" on "order".customer_id = buyer.id and not "order".is_test and not "order".repeats_parent
      left join crm_leads lead on lead.order_id = "order".id
      group by buyer.id, buyer.name, buyer.email, buyer.phone, buyer.street, buyer.city, buyer.region, buyer.zip, buyer.country
      order by max("order".order_created_at) desc nulls last, buyer.id limit ${mostShown}`,
  );
  return found.map((buyer) => ({ ...buyer, phoneText: buyer.phone && formatPhone(buyer.phone) }));
}

/** As a table called `buyer`: to a seller the own contacts, with what these say; to those who see everything the customers of the workspace. */
function buyersBy({ role, userId, workspace }: Session, phone: string): Prisma.Sql {
  const fields = Prisma.sql`name, email, phone, street, city, region, zip, country`;
  return seesEverything(role)
    ? Prisma.sql`(select id, ${fields} from customers
        where workspace_id = ${workspace.id}::uuid and phone = ${phone} and merged_into_id is null) buyer`
    : Prisma.sql`(select customer_id as id, ${fields} from customer_contacts
        where user_id = ${userId}::uuid and phone = ${phone} and workspace_id = ${workspace.id}::uuid) buyer`;
}
