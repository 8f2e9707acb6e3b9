import { beforeAll, describe, expect, test } from "vitest";
import { rowsOf } from "#tests/integration/export/exported.ts";
import { until } from "#tests/integration/resilience/until.ts";
import { asOwner } from "#tests/support/database.ts";
import { ownAstra } from "#tests/support/own-astra.ts";
import {
  createMember,
  createWorkspace,
  deactivate,
  type Person,
  sessionCookies,
  type Workspace,
} from "#tests/support/people.ts";
import { createSale, nameContact } from "#tests/support/sales.ts";
import { createStore } from "#tests/support/stores.ts";

let workspace: Workspace;
let admin: Person;
let ana: Person;
let ben: Person;

beforeAll(async () => {
  workspace = await createWorkspace();
  [admin, ana, ben] = await Promise.all([
    createMember(workspace, "admin"),
    createMember(workspace, "seller", "Ana Seller"),
    createMember(workspace, "seller", "Ben Seller"),
  ]);
  await sellTo("Olga Of-Ana", ana);
  await sellTo("Otto Of-Ben", ben);
});

async function sellTo(buyer: string, seller: Person): Promise<void> {
  const sale = await createSale({ workspace, seller, store: await createStore(workspace, seller) });
  await asOwner("update customers set name = $2 where id = $1", [sale.customerId, buyer]);
  await nameContact(sale, seller, buyer);
  await asOwner("update crm_leads set name = $2 where id = $1", [sale.leadId, buyer]);
}

async function get(path: string, person?: Person, init: RequestInit = {}): Promise<Response> {
  const headers = new Headers(person && { cookie: await sessionCookies(person) });
  return fetch(`${ownAstra().appUrl}${path}`, { redirect: "manual", headers, ...init });
}

const lists = ["leads", "orders", "customers"];

describe.each(lists)("/%s/export", (list) => {
  test("is a CSV file that nobody keeps", async () => {
    const response = await get(`/${list}/export`, admin);
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    expect(response.headers.get("content-disposition")).toMatch(
      new RegExp(`^attachment; filename="astra-${list}-\\d{4}-\\d\\d-\\d\\d\\.csv"$`),
    );
    expect(response.headers.get("cache-control")).toContain("no-store");
    expect(response.headers.get("content-encoding")).toBeNull();
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  });

  test("holds what each may see", async () => {
    expect(await customersIn(await get(`/${list}/export`, ana))).toEqual(["Olga Of-Ana"]);
    expect(await customersIn(await get(`/${list}/export`, ben))).toEqual(["Otto Of-Ben"]);
    expect(await customersIn(await get(`/${list}/export`, admin))).toEqual(["Olga Of-Ana", "Otto Of-Ben"]);
  });

  test("is filtered as the list is", async () => {
    expect(await customersIn(await get(`/${list}/export?q=olga`, admin))).toEqual(["Olga Of-Ana"]);
  });

  test("has the columns that are asked for", async () => {
    const [row] = rowsOf(await (await get(`/${list}/export?columns=city,customer,nonsense`, ana)).text());
    expect(row).toEqual({ Customer: "Olga Of-Ana", City: "" });
  });

  test("is for members only", async () => {
    const response = await get(`/${list}/export`);
    expect(response.status).toBe(303);
    expect(await response.text()).not.toContain("Olga");
    const stranger = await createMember(await createWorkspace(), "admin");
    expect(await customersIn(await get(`/${list}/export`, stranger))).toEqual([]);
  });
});

test("5,000 rows arrive, piece by piece", async () => {
  const busy = await sellerOf(5_000);
  const response = await get("/leads/export", busy);
  let pieces = 0;
  let text = "";
  const decoder = new TextDecoder();
  for await (const piece of response.body ?? []) {
    pieces += 1;
    text += decoder.decode(piece, { stream: true });
  }
  expect(pieces).toBeGreaterThan(10);
  expect(rowsOf(text)).toHaveLength(5_000);
});

test("a client that goes away ends the export, and the app goes on", async () => {
  const busy = await sellerOf(5_000);
  const controller = new AbortController();
  const response = await get("/leads/export", busy, { signal: controller.signal });
  await response.body?.getReader().read();
  controller.abort();
  expect((await get("/leads/export?q=nobody-at-all", busy)).status).toBe(200);
});

describe("at once", () => {
  test("one person has two exports, and a third when one has ended", async () => {
    const busy = await sellerOf(10_000);
    const running = await Promise.all([get("/leads/export", busy), get("/leads/export", busy)]);
    expect(running.map(({ status }) => status)).toEqual([200, 200]);
    const refused = await get("/customers/export", busy);
    expect(refused.status).toBe(429);
    expect(refused.headers.get("content-type")).toBe("application/problem+json");
    expect(await refused.json()).toMatchObject({ status: 429, code: "too_many_exports" });
    expect((await get("/leads/export?q=nobody", ana)).status).toBe(200);
    await running[0]?.body?.cancel();
    await until("a free slot", async () => (await get("/customers/export", busy)).status === 200);
    await running[1]?.body?.cancel();
  });

  test("an export whose reader went away doesn't count", async () => {
    const busy = await sellerOf(10_000);
    const controllers = [new AbortController(), new AbortController()];
    for (const { signal } of controllers) {
      const response = await get("/leads/export", busy, { signal });
      await response.body?.getReader().read();
    }
    expect((await get("/leads/export", busy)).status).toBe(429);
    for (const controller of controllers) controller.abort();
    await until("a free slot", async () => (await get("/leads/export?q=nobody", busy)).status === 200);
  });
});

test("a session that is ended in the middle gets a file that breaks off", async () => {
  const busy = await sellerOf(10_000);
  const response = await get("/leads/export", busy);
  const reader = response.body?.getReader();
  await reader?.read();
  await asOwner("delete from auth.sessions where user_id = $1", [busy.userId]);
  const readOn = async () => {
    for (let read = await reader?.read(); read && !read.done; ) read = await reader?.read();
  };
  await expect(readOn()).rejects.toThrow();
});

test.each([
  ["who is shut out", false],
  ["who is shut out and stays a seller elsewhere", true],
])("%s in the middle gets a file that breaks off, not a short one", async (_, isElsewhere) => {
  const busy = await sellerOf(10_000);
  if (isElsewhere) {
    const elsewhere = await createWorkspace();
    await asOwner("insert into memberships (workspace_id, user_id, role) values ($1, $2, 'seller')", [
      elsewhere.id,
      busy.userId,
    ]);
  }
  const response = await get("/leads/export", busy);
  const reader = response.body?.getReader();
  await reader?.read();
  await deactivate(workspace, busy);
  const readOn = async () => {
    for (let read = await reader?.read(); read && !read.done; ) read = await reader?.read();
  };
  await expect(readOn()).rejects.toThrow();
});

async function sellerOf(count: number): Promise<Person> {
  const person = await createMember(workspace, "seller");
  await asOwner(
    `insert into crm_leads (workspace_id, user_id, name, source, cod_status, kpi_status, arrived_at)
     select $1, $2, 'Buyer ' || number, 'manual', 'pending', 'waiting', now() - number * interval '1 second'
     from generate_series(1, $3::int) number`,
    [workspace.id, person.userId, count],
  );
  return person;
}

async function customersIn(response: Response): Promise<(string | undefined)[]> {
  return rowsOf(await response.text())
    .map((row) => row.Customer)
    .sort();
}
