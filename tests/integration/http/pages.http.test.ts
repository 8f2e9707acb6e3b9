import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { can, type Permission, type Role, roles } from "#lib/base/auth/permissions.ts";
import { listPlaces } from "#lib/base/list/names.ts";
import { asOwner } from "#tests/support/database.ts";
import { ownAstra } from "#tests/support/own-astra.ts";
import { createMember, createWorkspace, type Person, sessionCookies } from "#tests/support/people.ts";
import { rawRequest } from "#tests/support/request.ts";
import { createSale } from "#tests/support/sales.ts";
import { createStore } from "#tests/support/stores.ts";
import { ownFiles, read } from "#tests/unit/architecture/sources.ts";

// What a page declares (tests/unit/architecture/rights) is what the server answers, to each role and of rows that exist.

const folder = "app/(app)";

/** The signed-in pages, each with the right that it declares. */
const pages = ownFiles(".tsx")
  .filter((file) => file.startsWith(`${folder}/`) && file.endsWith("/page.tsx"))
  .map((file) => ({ path: addressOf(file), permission: permissionOf(read(file)) }));

function addressOf(file: string): string {
  const parts = file.slice(folder.length + 1, -"/page.tsx".length).split("/");
  return join("/", ...parts.filter((part) => !part.startsWith("(") && part !== "page.tsx"));
}

function permissionOf(text: string): Permission {
  const asked = /requirePermission\("(?<permission>[^"]+)"\)/.exec(text)?.groups?.permission;
  if (asked) return asked as Permission;
  const list = /openList\((?<list>[a-z]+)List,/.exec(text)?.groups?.list;
  const name = list === "product" ? "inventory" : list === "delivery" ? "deliveries" : `${list}s`;
  return listPlaces[name as keyof typeof listPlaces].permission;
}

const people = {} as Record<Role, Person>;
let ids: Record<string, string | undefined>;

beforeAll(async () => {
  const workspace = await createWorkspace();
  for (const role of roles) people[role] = await createMember(workspace, role);
  const { seller } = people;
  const store = await createStore(workspace, seller);
  const sale = await createSale({ workspace, store, seller });
  const [rows] = await asOwner<Record<"order" | "customer" | "delivery" | "product", string>>(
    `with delivery as (
       insert into webhook_deliveries (integration_id, topic, dedupe_key, headers, payload, status)
       values ($2, 'orders/create', 'one', '{}', '{"id": 1}', 'failed') returning id
     ), product as (
       insert into products (workspace_id, user_id, sku, name, price, currency) values ($3, $4, 'LAMP', 'Lamp', 20, 'EUR') returning id
     )
     select order_id as "order", customer_id as customer, (select id from delivery) as delivery, (select id from product) as product
     from crm_leads where id = $1`,
    [sale.leadId, store.id, workspace.id, seller.userId],
  );
  ids = {
    "/leads": sale.leadId,
    "/orders": rows?.order,
    "/customers": rows?.customer,
    "/inventory": rows?.product,
    "/settings/stores": store.id,
    "/settings/stores/deliveries": rows?.delivery,
  };
});

/** "there", "not there", or what went wrong. The frame of a page may be sent before it is known whether there is one. */
async function answerOf(path: string, cookie: string): Promise<string> {
  const { status, text } = await rawRequest(`${ownAstra().appUrl}${path}`, { headers: { cookie } });
  const isMissing = status === 404 || text.includes("NEXT_HTTP_ERROR_FALLBACK;404");
  if (isMissing) return "not there";
  const isWhole = status === 307 || (status === 200 && text.includes("<title>"));
  return isWhole ? "there" : `${status}`;
}

test.for(roles)("a %s is shown every page of which the role has the right, and no other", async (role) => {
  const cookie = await sessionCookies(people[role]);
  const answers: Record<string, string> = {};
  const expected: Record<string, string> = {};
  for (const { path, permission } of pages) {
    const address = path.replace("[id]", ids[path.split("/[id]")[0] ?? ""] ?? "");
    answers[path] = await answerOf(address, cookie);
    expected[path] = can(role, permission) ? "there" : "not there";
  }
  expect(pages.length).toBeGreaterThan(25);
  expect(answers).toEqual(expected);
});
