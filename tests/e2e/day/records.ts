import { expect } from "vitest";
import { busy, careless, confirmed, later, type Shop, tomorrow, unreachable } from "#tests/e2e/day/shop.ts";
import { asOwner, type Row } from "#tests/support/database.ts";
import type { Person } from "#tests/support/people.ts";

/** What the database holds of a buyer's lead. */
interface LeadRecord extends Row {
  cod: string;
  logistic: string;
  kpi: string;
  attempts: number;
  callBackAt: Date | null;
  number: string;
  phone: string;
  shipTo: string;
  livesAt: string;
  /** What people did, oldest first: "status_changed: confirmed". */
  done: string[];
}

export async function recordOf(seller: Person, buyer: string): Promise<LeadRecord> {
  const [record, ...others] = await asOwner<LeadRecord>(
    `select lead.cod_status as cod, lead.logistic_status as logistic, lead.kpi_status as kpi,
       lead.call_attempts as attempts, lead.call_back_at as "callBackAt",
       "order".shipping_street as "shipTo", "order".order_number as number, customer.phone, customer.street as "livesAt",
       array(select event.type || ': ' || coalesce(details ->> 'to', '')
         from crm_lead_events event where event.lead_id = lead.id and event.user_id = $1
         order by event.created_at, event.ctid) as done
     from crm_leads lead join orders "order" on "order".id = lead.order_id join customers customer on customer.id = lead.customer_id
     where lead.user_id = $1 and "order".shipping_name = $2 and lead.source <> 'manual'`,
    [seller.userId, buyer],
  );
  if (!record || others.length > 0) throw new Error(`${buyer} has not exactly one lead.`);
  return record;
}

/** What became of the day, in the database. */
export async function expectRecords({ ana, workspace }: Shop): Promise<void> {
  const [first = "", second = "", third = ""] = confirmed;
  const left = ["status_changed: confirmed", "status_changed: shipped"];
  for (const buyer of [first, second]) {
    expect(await recordOf(ana, buyer)).toMatchObject({ cod: "collected", kpi: "paid", callBackAt: null });
  }
  expect(await recordOf(ana, third)).toMatchObject({
    cod: "confirmed",
    logistic: "returned",
    kpi: "rejected",
    done: [...left, "status_changed: returned"],
  });
  expect(await recordOf(ana, careless)).toMatchObject({
    cod: "refused",
    kpi: "rejected",
    shipTo: "Strada Lunga 7",
    livesAt: "Strada Lunga 7",
    done: ["customer_corrected: Strada Lunga 7", ...left, "status_changed: refused"],
  });
  const waits = { logistic: "pending", kpi: "waiting" };
  expect(await recordOf(ana, unreachable)).toMatchObject({ ...waits, cod: "no_answer", attempts: 1 });
  expect(await recordOf(ana, later)).toMatchObject({ ...waits, cod: "pending", done: [] });
  const { callBackAt, ...postponed } = await recordOf(ana, busy);
  expect(postponed).toMatchObject({ ...waits, cod: "postponed", done: ["status_changed: postponed"] });
  const shown = callBackAt?.toLocaleString("sv-SE", { timeZone: "Europe/Bucharest" });
  expect(shown).toBe(`${tomorrow()} 17:30:00`);
  const byHand = await asOwner(
    `select lead.name, "order".total_amount::text as total, "order".shipping_street as "shipTo",
       array(select quantity::int || ' ' || product_name from order_items where order_id = "order".id order by 1) as items
     from crm_leads lead join orders "order" on "order".id = lead.order_id
     where lead.workspace_id = $1 and lead.source = 'manual'`,
    [workspace.id],
  );
  expect(byHand).toEqual([
    { name: first, total: "116.000", shipTo: "Strada Nouă 4", items: ["1 Gift wrapping", "2 Bulb"] },
  ]);
}

export function viewsOf({ userId }: Person): Promise<Row[]> {
  return asOwner("select name, query from saved_views where user_id = $1", [userId]);
}

/** How many customers there are whose name holds a word. */
export async function customersOf({ workspace }: Shop, word: string): Promise<number> {
  const [row] = await asOwner<{ count: number }>(
    `select count(*)::int as count from customers
     where workspace_id = $1 and name like '%' || $2 || '%' and merged_into_id is null`,
    [workspace.id, word],
  );
  return row?.count ?? 0;
}
