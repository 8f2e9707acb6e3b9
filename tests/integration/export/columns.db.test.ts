import { beforeAll, describe, expect, test } from "vitest";
import type { Session } from "#lib/base/auth/session.ts";
import { saveListLook } from "#lib/base/list/looks/commands.ts";
import { getListLook } from "#lib/base/list/looks/queries.ts";
import { customerExport } from "#lib/export/customers.ts";
import { leadExport } from "#lib/export/leads.ts";
import { orderExport } from "#lib/export/orders.ts";
import { asOwner } from "#tests/support/database.ts";
import { createMember, createWorkspace, type Person, type Workspace } from "#tests/support/people.ts";
import { createSale, type Sale } from "#tests/support/sales.ts";
import { createStore } from "#tests/support/stores.ts";
import { exportList } from "./exported.ts";

let workspace: Workspace;
let seller: Person;
let session: Session;
let sale: Sale;

beforeAll(async () => {
  workspace = await createWorkspace("RON");
  seller = await createMember(workspace, "seller");
  session = {
    ...seller,
    aal: "aal1",
    locale: "en",
    timezone: "Europe/Bucharest",
    timeFormat: "24h",
    role: "seller",
    workspace: { ...workspace, currency: "RON", timezone: "Europe/Bucharest" },
  };
  sale = await createSale({ workspace, seller, store: await createStore(workspace, seller) });
});

describe("an address", () => {
  const address = {
    Street: "'=1+1, Strada Lalelelor 14",
    City: "Cluj-Napoca",
    Region: "'-CJ",
    Postcode: "040001",
    Country: "RO",
  };

  beforeAll(async () => {
    const values = ["=1+1, Strada Lalelelor 14", "Cluj-Napoca", "-CJ", "040001", "RO"];
    await asOwner(
      `update orders set shipping_street = $2, shipping_city = $3, shipping_region = $4, shipping_zip = $5, shipping_country = $6
       where id = $1`,
      [sale.orderId, ...values],
    );
    await asOwner(
      `insert into customer_contacts (workspace_id, user_id, customer_id, street, city, region, zip, country)
       values ($1, $2, $3, $4, $5, $6, $7, $8)
       on conflict (customer_id, user_id) do update
       set street = excluded.street, city = excluded.city, region = excluded.region, zip = excluded.zip, country = excluded.country`,
      [workspace.id, seller.userId, sale.customerId, ...values],
    );
  });

  test.each(["leads", "orders", "customers"] as const)(
    "of %s has a column for each of its parts, guarded as other text",
    async (list) => expect(await exportList(list, session)).toMatchObject([address]),
  );

  test("of a buyer is no other seller's, whoever has a lead of the buyer by hand", async () => {
    const ada = await createMember(workspace, "seller");
    await asOwner(
      `insert into crm_leads (workspace_id, user_id, customer_id, name, source, cod_status, kpi_status)
       values ($1, $2, $3, 'By hand', 'manual', 'pending', 'waiting')`,
      [workspace.id, ada.userId, sale.customerId],
    );
    expect(await exportList("leads", { ...session, userId: ada.userId })).toMatchObject([
      { Customer: "By hand", Street: "", City: "", Postcode: "" },
    ]);
  });
});

describe("a phone", () => {
  test.each([
    ["0722 009 001", "+40722009001"],
    ["(0722) 009-001", "+40722009001"],
    ["+40722009001", "+40722009001"],
    ["12", "12"],
    ["=HYPERLINK(1)", "'=HYPERLINK(1)"],
  ])("of an order, typed as %j, is %s", async (typed, written) => {
    await asOwner("update orders set shipping_phone = $2, shipping_country = 'RO' where id = $1", [
      sale.orderId,
      typed,
    ]);
    expect(await exportList("orders", session)).toMatchObject([{ Phone: written }]);
  });
});

describe("who exports", () => {
  test.each([
    ["leads", leadExport.columnIds, leadExport.columns],
    ["orders", orderExport.columnIds, orderExport.columns],
    ["customers", customerExport.columnIds, customerExport.columns],
  ] as const)(
    "can choose from all columns of %s, of which each has a heading",
    async (_list, ids, columns) => {
      const all = ids(session);
      expect(new Set(all).size).toBe(all.length);
      const headings = (await columns(session)).map(({ heading }) => heading);
      expect(headings).toHaveLength(all.length);
      expect(headings.every((heading) => /^[A-Z]/.test(heading))).toBe(true);
    },
  );

  test("gets the columns that were chosen, in the order of the file", async () => {
    expect(await headingsOf(["total", "customer", "phone"])).toEqual(["Customer", "Phone", "Total"]);
  });

  test.each([
    ["nothing", []],
    ["nothing that there is", ["no-such-column", "", "__proto__"]],
  ])("gets all columns when %s was chosen", async (_case, chosen) => {
    expect(await headingsOf(chosen)).toEqual(await headingsOf([]));
  });

  test("as a seller reads nothing of who works what by asking for it", async () => {
    expect(await headingsOf(["seller", "city"])).toEqual(["City"]);
    expect(leadExport.columnIds(session)).not.toContain("seller");
    expect(leadExport.columnIds({ ...session, role: "viewer" })).toContain("seller");
  });

  test("has the choice kept with the look of the list", async () => {
    const look = { density: "compact" as const, hidden: ["sku"], order: [] };
    await saveListLook(session, "orders", look);
    expect(await getListLook(session, "orders")).toEqual(look);
    await saveListLook(session, "orders", { ...look, leftOut: ["phone", "zip"] });
    expect(await getListLook(session, "orders")).toEqual({ ...look, leftOut: ["phone", "zip"] });
  });

  async function headingsOf(chosen: string[]): Promise<string[]> {
    return (await leadExport.columns(session, chosen)).map(({ heading }) => heading);
  }
});
