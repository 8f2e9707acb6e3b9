import { randomBytes } from "node:crypto";
import { forSystem } from "#lib/base/db/access.ts";
import { env } from "#lib/base/env.ts";
import { createStoreFor } from "#lib/stores/commands.ts";
import { newStoreSchema } from "#lib/stores/schema.ts";
import { createMember, createWorkspace } from "#lib/team/commands.ts";
import { orderText } from "#scripts/bench/hostile/bodies.ts";
import { signIn } from "#scripts/bench/pages/account.ts";
import { type SigningStore, send } from "#scripts/simulator/delivery.ts";

/** Two sellers of one workspace: one whose store is hostile, and one who works. */
export interface HostileWorld {
  hostile: SigningStore;
  usual: SigningStore;
  /** The `Cookie` header of the one who works. */
  cookie: string;
  /** The pages of the one who works. */
  pages: string[];
}

const ordersOfUsual = 200;

export async function makeWorld(url: string): Promise<HostileWorld> {
  const workspace = await createWorkspace({ name: "Hostile bench", currency: "EUR", timezone: "UTC" });
  const password = randomBytes(12).toString("base64url");
  const seller = async (name: string) => {
    const email = `${name.toLowerCase()}@hostile.example`;
    const { userId } = await createMember({
      email,
      name,
      password,
      role: "seller",
      workspaceId: workspace.id,
    });
    return { userId, email, store: await makeStore(workspace.id, userId, name.toLowerCase()) };
  };
  const hostile = await seller("Zo");
  const usual = await seller("Ana");
  for (let order = 1; order <= ordersOfUsual; order++) await sendOrder(url, usual.store, order);
  const lead = await forSystem((tx) =>
    tx.lead.findFirstOrThrow({ where: { userId: usual.userId }, select: { id: true, orderId: true } }),
  );
  return {
    hostile: hostile.store,
    usual: usual.store,
    cookie: await signIn(env(), usual.email, password),
    pages: [
      "/",
      "/leads",
      "/leads?q=maria",
      "/orders",
      "/customers",
      `/leads/${lead.id}`,
      `/orders/${lead.orderId}`,
    ],
  };
}

/** An order like any other. */
export function sendOrder(url: string, store: SigningStore, number: number) {
  const changes = {
    id: `77${number}`,
    name: `#${number}`,
    email: `maria-${number}@example.com`,
    total_price: "59.98",
    updated_at: new Date().toISOString(),
    shipping_address: {
      name: `Maria Pop ${number}`,
      phone: `+40722${String(100_000 + number)}`,
      address1: "Lunga 7",
      city: "Cluj",
      country_code: "RO",
    },
    line_items: [{ id: 1, name: "Lamp", quantity: 2, price: "29.99" }],
  };
  return send(url, store, { topic: "orders/create", body: Buffer.from(orderText(changes)) });
}

async function makeStore(workspaceId: string, userId: string, name: string): Promise<SigningStore> {
  const store = { type: "shopify" as const, domain: `${name}-hostile.myshopify.com` };
  const secret = randomBytes(24).toString("hex");
  await createStoreFor(
    { workspaceId, userId },
    newStoreSchema.parse({ ...store, name, webhookSecret: secret }),
  );
  return { ...store, secret };
}
