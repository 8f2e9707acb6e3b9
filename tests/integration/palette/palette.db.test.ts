import { beforeAll, describe, expect, test } from "vitest";
import { searchPalette } from "#lib/palette/queries.ts";
import { paletteResultSchema } from "#lib/palette/schema.ts";
import { createWorld, type World } from "#tests/integration/leads/list/world.ts";
import { asOwner } from "#tests/support/database.ts";

let world: World;

beforeAll(async () => {
  world = await createWorld();
  const known = world.leads.find(({ number }) => number === "#1001");
  await asOwner("update customers set name = $2, phone = $3, email = $4 where id = $1", [
    known?.customerId,
    known?.name,
    known?.phone,
    known?.email,
  ]);
});

function leadIds(...names: string[]): string[] {
  return world.leads.filter(({ name }) => names.includes(name)).map(({ id }) => id);
}

describe("the palette", () => {
  test.each([
    "stefan pop",
    "Ștefan",
    "popescu",
    "0722 123 456",
    "+40722123456",
    "#1001",
    "1001",
    "stefan.popescu",
  ])("finds a lead, its order and its customer by %s", async (typed) => {
    const result = await searchPalette(world.sessions.admin, typed);
    expect(result.leads.map(({ name }) => name)).toContain("Ștefan Popescu");
    expect(result.orders.map(({ orderNumber }) => orderNumber)).toContain("#1001");
  });

  test("finds a customer by name, phone and e-mail", async () => {
    for (const typed of ["stefan popescu", "0722123456", "stefan.popescu"]) {
      const { customers } = await searchPalette(world.sessions.admin, typed);
      expect(customers.map(({ name }) => name)).toContain("Ștefan Popescu");
    }
  });

  test("answers what the browser expects, at most five of each", async () => {
    const result = await searchPalette(world.sessions.admin, "900");
    expect(paletteResultSchema.parse(result)).toEqual(result);
    for (const hits of Object.values(result)) expect(hits.length).toBeLessThanOrEqual(5);
  });

  test("puts the exact number first", async () => {
    const { leads } = await searchPalette(world.sessions.admin, "1002");
    expect(leads[0]?.orderNumber).toBe("#1002");
  });

  test.each(["", "a", "ab", "#", "%%%", "___", "\\\\\\", "'; drop table crm_leads; --", "\u0000abc"])(
    "finds nobody by %j",
    async (typed) => {
      expect(await searchPalette(world.sessions.admin, typed)).toEqual({
        leads: [],
        orders: [],
        customers: [],
        products: [],
      });
    },
  );
});

describe("what is not one's own", () => {
  const typed = ["stefan", "0722123456", "#1001", "pop", "nobody", "900"];

  test.each(typed)("a seller never sees by %s", async (text) => {
    for (const seller of ["ana", "mihai"] as const) {
      const own = world.leads.filter(({ worker, owner }) => worker === seller || owner === seller);
      const result = await searchPalette(world.sessions[seller], text);
      for (const { id } of result.leads) expect(own.map((lead) => lead.id)).toContain(id);
      const numbers = own.map(({ number }) => number);
      for (const { orderNumber } of result.orders) expect(numbers).toContain(orderNumber);
      const customers = own.map(({ customerId }) => customerId);
      for (const { id } of result.customers) expect(customers).toContain(id);
    }
  });

  test.each(typed)("the admin of another workspace never sees by %s", async (text) => {
    const result = await searchPalette(world.sessions.stranger, text);
    const theirs = [world.strangersLeadId];
    for (const { id } of result.leads) expect(theirs).toContain(id);
    const ours = new Set(world.leads.map(({ customerId }) => customerId));
    for (const { id } of result.customers) expect(ours).not.toContain(id);
  });

  test("is seen by the admin, the manager and the viewer", async () => {
    for (const asker of ["admin", "manager", "viewer"] as const) {
      const { leads } = await searchPalette(world.sessions[asker], "stefan popescu");
      expect(leadIds("Ștefan Popescu")).toContain(leads[0]?.id);
    }
  });
});
