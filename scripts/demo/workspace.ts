import { randomBytes } from "node:crypto";
import { forSystem } from "#lib/base/db/access.ts";
import { createStoreFor } from "#lib/stores/commands.ts";
import { newStoreSchema } from "#lib/stores/schema.ts";
import { createMember, createWorkspace } from "#lib/team/commands.ts";
import { findWorkspaces } from "#lib/team/queries.ts";
import { ana, type DemoMember, members, mihai } from "#scripts/demo/people.ts";
import { markets } from "#scripts/simulator/markets.ts";
import { loadStores, type PlayedStore } from "#scripts/simulator/stores.ts";
import type { StoryStore } from "#scripts/simulator/storyteller.ts";

/** A store of the demo: how its story is told, who owns it, and its share of the orders. */
export interface DemoStore extends StoryStore {
  name: string;
  owner: DemoMember;
  weight: number;
}

export const demoStores: readonly DemoStore[] = [
  {
    type: "shopify",
    name: "Lumea.ro",
    domain: "lumea-ro.myshopify.com",
    market: markets.RO,
    numberPrefix: "#L-",
    firstSequence: 10_318,
    owner: ana,
    weight: 48,
  },
  {
    type: "woocommerce",
    name: "Casa Vie",
    domain: "casavie.example",
    market: markets.RO,
    numberPrefix: "",
    firstSequence: 1,
    owner: mihai,
    weight: 32,
  },
  {
    type: "shopify",
    name: "Lumea.gr",
    domain: "lumea-gr.myshopify.com",
    market: markets.GR,
    numberPrefix: "#GR-",
    firstSequence: 2_141,
    owner: mihai,
    weight: 20,
  },
];

/** The demo workspace as it stands in the database. */
export interface DemoWorkspace {
  id: string;
  /** The story's present: all orders come before it, however often the demo is filled. */
  now: Date;
  userIds: ReadonlyMap<DemoMember, string>;
  stores: ReadonlyMap<string, PlayedStore>;
}

/** Makes the workspace, its members and stores, or as many of them as are not there yet. */
export async function prepareWorkspace(): Promise<DemoWorkspace> {
  const [found] = await findWorkspaces("lumea-group");
  const { id } =
    found ?? (await createWorkspace({ name: "Lumea Group", currency: "RON", timezone: "Europe/Bucharest" }));
  const { createdAt } = await forSystem((tx) => tx.workspace.findUniqueOrThrow({ where: { id } }));
  const userIds = new Map<DemoMember, string>();
  for (const member of members) {
    const { userId } = await createMember({ ...member, workspaceId: id });
    userIds.set(member, userId);
  }
  return { id, now: createdAt, userIds, stores: await prepareStores(id, userIds) };
}

async function prepareStores(
  workspaceId: string,
  userIds: ReadonlyMap<DemoMember, string>,
): Promise<ReadonlyMap<string, PlayedStore>> {
  const domains = demoStores.map(({ domain }) => domain);
  const known = new Set((await loadStores(domains)).map(({ domain }) => domain));
  for (const { owner, type, name, domain } of demoStores) {
    const userId = userIds.get(owner);
    if (known.has(domain) || !userId) continue;
    const webhookSecret = randomBytes(24).toString("hex");
    await createStoreFor(
      { workspaceId, userId },
      newStoreSchema.parse({ type, name, domain, webhookSecret }),
    );
  }
  return new Map((await loadStores(domains)).map((store) => [store.domain, store]));
}
