import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { deliveriesOf } from "#scripts/simulator/deliveries.ts";
import { markets } from "#scripts/simulator/markets.ts";
import { createStoryteller } from "#scripts/simulator/storyteller.ts";
import { asOwner } from "#tests/support/database.ts";
import {
  createMember,
  createWorkspace,
  type Person,
  randomName,
  type Workspace,
} from "#tests/support/people.ts";
import { runScript } from "./run-script.ts";

const secret = "a-secret-of-the-store";
let directory: string;
let workspace: Workspace;
let seller: Person;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "astra-payloads-"));
  workspace = await createWorkspace("RON");
  seller = await createMember(workspace, "seller", "Ana");
});

afterAll(() => rm(directory, { recursive: true, force: true }));

function createStore(domain: string, owner = seller.email, more: string[] = []) {
  const args = ["--type", "shopify", "--domain", domain, "--owner", owner, "--name", "Lumea", ...more];
  return runScript("create-store", args, { ASTRA_STORE_SECRET: secret });
}

async function connectedStore(): Promise<string> {
  const domain = `${randomName()}.myshopify.com`;
  expect(await createStore(domain)).toMatchObject({ code: 0, errors: "" });
  return domain;
}

/** A new order of the store as Shopify would write it, in a file. */
async function orderFile(domain: string): Promise<{ file: string; externalId: string }> {
  const store = {
    type: "shopify" as const,
    domain,
    market: markets.RO,
    numberPrefix: "#",
    firstSequence: 1001,
  };
  const [first] = createStoryteller(domain)(store, new Date()).steps;
  const [delivery] = first ? deliveriesOf(store, first) : [];
  if (!first || !delivery) throw new Error("The story has no beginning.");
  const file = join(directory, `${first.state.id}.json`);
  await writeFile(file, delivery.body);
  return { file, externalId: first.state.id };
}

describe("store:create", () => {
  test("connects a store of a seller and says where its webhooks go", async () => {
    const domain = `${randomName()}.myshopify.com`;
    const { code, output } = await createStore(`https://${domain.toUpperCase()}/admin`, seller.email, [
      "--cod-gateways",
      "La curier, Numerar",
    ]);
    expect(code).toBe(0);
    expect(output).toContain("/api/webhooks/shopify");
    expect(output).toContain("orders/create, orders/updated");
    expect(output).not.toContain(secret);
    const [store] = await asOwner(
      `select type, name, user_id, workspace_id, cod_gateways, webhook_secret from integrations
       join integration_secrets on integration_id = id where domain = $1`,
      [domain],
    );
    expect(store).toMatchObject({
      type: "shopify",
      name: "Lumea",
      user_id: seller.userId,
      workspace_id: workspace.id,
      cod_gateways: ["La curier", "Numerar"],
    });
    expect(store?.webhook_secret).not.toContain(secret);
  });

  test("refuses a domain that is connected, a stranger as owner, and a viewer", async () => {
    const domain = await connectedStore();
    const viewer = await createMember(workspace, "viewer");
    const refusals = await Promise.all([
      createStore(domain),
      createStore(`${randomName()}.myshopify.com`, "nobody@example.com"),
      createStore(`${randomName()}.myshopify.com`, viewer.email),
      createStore("shop.example.com"),
    ]);
    expect(refusals.map(({ code }) => code)).toEqual([1, 1, 1, 1]);
    expect(refusals.map(({ errors }) => errors.trim())).toEqual([
      "Your workspace has a store with this domain already.",
      "nobody@example.com is not an active member of any workspace.",
      `${viewer.email} is a viewer, who can't own a store.`,
      "domain: Use the myshopify.com domain; Shopify signs its webhooks with it (Settings, Domains).",
    ]);
  });

  test("asks for the workspace when the owner is a member of several", async () => {
    const other = await createWorkspace();
    const member = await createMember(workspace, "seller");
    await asOwner("insert into memberships (workspace_id, user_id, role) values ($1, $2, 'seller')", [
      other.id,
      member.userId,
    ]);
    const domain = `${randomName()}.myshopify.com`;
    expect((await createStore(domain, member.email)).errors).toContain("--workspace");
    expect(await createStore(domain, member.email, ["--workspace", other.slug])).toMatchObject({ code: 0 });
    const [store] = await asOwner("select workspace_id from integrations where domain = $1", [domain]);
    expect(store).toEqual({ workspace_id: other.id });
  });
});

describe("webhook:send", () => {
  test("signs a file as the store would; the order becomes a lead", async () => {
    const domain = await connectedStore();
    const { file, externalId } = await orderFile(domain);
    const { code, output } = await runScript("send-webhook", [
      "--store",
      domain,
      "--topic",
      "orders/create",
      file,
    ]);
    expect(output).toMatch(/^200 {2}\{"result":"stored"\} {2}\d+ ms\n$/);
    expect(code).toBe(0);
    const leads = await asOwner(
      `select lead.user_id, lead.source from crm_leads lead join orders "order" on "order".id = lead.order_id
       where "order".external_order_id = $1`,
      [externalId],
    );
    expect(leads).toEqual([{ user_id: seller.userId, source: "shopify" }]);
  });

  test("the same delivery 20 times at once is stored once", async () => {
    const domain = await connectedStore();
    const { file } = await orderFile(domain);
    const args = [
      "--store",
      domain,
      "--topic",
      "orders/create",
      "--repeat",
      "20",
      "--concurrency",
      "20",
      file,
    ];
    const { output } = await runScript("send-webhook", args);
    expect(output.match(/"stored"/g)).toHaveLength(1);
    expect(output.match(/"duplicate"/g)).toHaveLength(19);
  });

  test("signs with another secret when asked to, so that the store's page says what is wrong", async () => {
    const domain = await connectedStore();
    const { file } = await orderFile(domain);
    const args = ["--store", domain, "--topic", "orders/create", "--secret", `${secret} `, file];
    const { code, output } = await runScript("send-webhook", args);
    expect(output).toMatch(/^401 /);
    expect(code).toBe(1);
    const cause = async () =>
      (await asOwner("select refusal ->> 'cause' as cause from integrations where domain = $1", [domain]))[0];
    await expect.poll(cause).toEqual({ cause: "secretBlanks" });
  });

  test.each([
    [["--url", "http://192.0.2.1:3000"], "to this machine"],
    [["--repeat", "201"], "repeat: "],
    [["--topic", "orders create"], "topic: must be a topic"],
  ])("refuses %o", async (more, sentence) => {
    const domain = await connectedStore();
    const { file } = await orderFile(domain);
    const args = ["--store", domain, "--topic", "orders/create", ...more, file];
    const { code, errors } = await runScript("send-webhook", args);
    expect(code).toBe(1);
    expect(errors).toContain(sentence);
  });
});

test("simulate plays a store: all deliveries are taken", async () => {
  const domain = await connectedStore();
  const args = [
    "--store",
    domain,
    "--orders",
    "6",
    "--rate",
    "50",
    "--burst",
    "3",
    "--duplicates",
    "--stop-after",
    "2",
  ];
  const { code, output, errors } = await runScript("simulate", args);
  expect(errors).toBe("");
  expect(code).toBe(0);
  const [, sent, accepted] = /(\d+) deliveries in .* s \(.*\), (\d+) × 200, p50/.exec(output) ?? [];
  expect(Number(sent)).toBeGreaterThanOrEqual(6);
  expect(accepted).toBe(sent);
  const orders = await asOwner(
    `select 1 from orders join integrations store on store.id = integration_id where store.domain = $1`,
    [domain],
  );
  expect(orders).toHaveLength(6);
});
