import { beforeAll, describe, expect, test } from "vitest";
import { paletteResultSchema } from "#lib/palette/schema.ts";
import { asOwner } from "#tests/support/database.ts";
import { ownAstra } from "#tests/support/own-astra.ts";
import {
  createMember,
  createWorkspace,
  deactivate,
  type Person,
  sessionCookies,
} from "#tests/support/people.ts";
import { createSale, nameContact } from "#tests/support/sales.ts";
import { createStore } from "#tests/support/stores.ts";

let ana: Person;
let ben: Person;
let former: Person;

beforeAll(async () => {
  const workspace = await createWorkspace();
  ana = await createMember(workspace, "seller");
  ben = await createMember(workspace, "seller");
  former = await createMember(workspace, "manager");
  const sale = await createSale({ workspace, seller: ana, store: await createStore(workspace, ana) });
  await asOwner("update crm_leads set name = 'Olga Of-Ana' where id = $1", [sale.leadId]);
  await nameContact(sale, ana, "Olga Of-Ana");
  await deactivate(workspace, former);
});

async function ask(query: string, person?: Person): Promise<Response> {
  const headers = new Headers(person && { cookie: await sessionCookies(person) });
  return fetch(`${ownAstra().appUrl}/api/palette${query}`, { headers });
}

describe("/api/palette", () => {
  test("answers one's own leads, orders and customers, and nobody keeps the answer", async () => {
    const response = await ask("?q=olga", ana);
    expect(response.headers.get("cache-control")).toBe("private, no-store");
    const { leads, orders, customers } = paletteResultSchema.parse(await response.json());
    expect([leads, orders, customers].map((hits) => hits[0]?.name)).toEqual(Array(3).fill("Olga Of-Ana"));
  });

  test("answers nothing of another seller's", async () => {
    const response = await ask("?q=olga", ben);
    expect(await response.json()).toEqual({ leads: [], orders: [], customers: [], products: [] });
  });

  test("is closed to strangers and to former members", async () => {
    expect((await ask("?q=olga")).status).toBe(401);
    expect((await ask("?q=olga", former)).status).toBe(401);
  });

  test("says what went wrong as problem details, by the request's id", async () => {
    const response = await ask("?q=a", ana);
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    expect(response.headers.get("cache-control")).toBe("private, no-store");
    expect(await response.json()).toEqual({
      type: "about:blank",
      title: "Bad Request",
      status: 400,
      code: "invalid_query",
      errors: [{ field: "q", code: expect.any(String) }],
      requestId: response.headers.get("x-request-id"),
    });
  });

  test.each(["", "?q=", "?q=ab", "?q=%20%20a%20", `?q=${"a".repeat(101)}`])("refuses %s", async (query) => {
    expect((await ask(query, ana)).status).toBe(400);
  });

  test("asks whoever asks without end to wait", async () => {
    const cookie = await sessionCookies(ben);
    const statuses: number[] = [];
    for (let burst = 0; burst < 21; burst++) {
      const answers = Array.from({ length: 10 }, () =>
        fetch(`${ownAstra().appUrl}/api/palette?q=nobody`, { headers: { cookie } }),
      );
      statuses.push(...(await Promise.all(answers)).map(({ status }) => status));
    }
    expect(statuses.filter((status) => status === 200).length).toBeGreaterThan(150);
    expect(statuses.at(-1)).toBe(429);
    const waits = await fetch(`${ownAstra().appUrl}/api/palette?q=nobody`, { headers: { cookie } });
    expect(Number(waits.headers.get("retry-after"))).toBeGreaterThan(0);
  }, 60_000);
});
