import { type Client, escapeLiteral } from "pg";
import { seesEverything } from "#lib/base/auth/permissions.ts";
import type { Asker } from "#scripts/bench/people.ts";

/** Things of the asker's own to ask about. */
export interface Samples {
  /** How far back a deep page is: 10,000 of the newest, or half-way where there are fewer. */
  depth: number;
  /** A lead from half-way back, whose buyer left everything. */
  lead: { name: string; email: string; phone: string; orderNumber: string };
  largestStore: string;
  smallestStore: string;
  commonTag: string;
  rareTag: string;
  busiestSeller: string;
  idlestSeller: string;
}

export async function findSamples(client: Client, { session }: Asker): Promise<Samples> {
  const own = seesEverything(session.role) ? "true" : `lead.user_id = ${escapeLiteral(session.userId)}`;
  const one = async <T extends object>(sql: string): Promise<T> => {
    const { rows } = await client.query<T>(sql);
    if (!rows[0]) throw new Error(`The bench found nothing to ask about: ${sql}`);
    return rows[0];
  };
  const { total } = await one<{ total: number }>(
    `select count(*)::int as total from crm_leads lead where ${own}`,
  );
  const lead = await one<Samples["lead"]>(
    `select lead.name, email, phone, order_number as "orderNumber" from crm_leads lead join orders on orders.id = order_id
     where lead.user_id = lead.store_user_id and ${own} and email is not null order by arrived_at desc offset ${Math.floor(total / 2)} limit 1`,
  );
  const { stores } = await one<{ stores: string[] }>(
    `select array_agg(store order by leads desc) as stores from (
       select integration_id as store, count(*) as leads from crm_leads lead where ${own} group by 1 having count(*) > 60) counted`,
  );
  const { tags } = await one<{ tags: string[] }>(
    `select array_agg(tag order by leads desc) as tags from (
       select tag_id as tag, count(*) as leads from crm_lead_tags tagged join crm_leads lead on lead.id = tagged.lead_id where ${own} group by 1) counted`,
  );
  const { sellers } = await one<{ sellers: string[] }>(
    `select array_agg(seller order by leads desc) as sellers from (
       select user_id as seller, count(*) as leads from crm_leads group by 1) counted`,
  );
  return {
    depth: Math.min(10_000, Math.floor(total / 200) * 100),
    lead,
    largestStore: stores[0] ?? "",
    smallestStore: stores.at(-1) ?? "",
    commonTag: tags[0] ?? "",
    rareTag: tags.at(-1) ?? "",
    busiestSeller: sellers[0] ?? "",
    idlestSeller: sellers.at(-1) ?? "",
  };
}
