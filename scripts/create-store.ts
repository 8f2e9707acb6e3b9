import { z } from "zod";
import { env } from "#lib/base/env.ts";
import { platformFacts, webhookAddress } from "#lib/platforms/facts.ts";
import { createStoreFor } from "#lib/stores/commands.ts";
import { newStoreSchema } from "#lib/stores/schema.ts";
import { findMemberships } from "#lib/team/queries.ts";
import { newMemberSchema } from "#lib/team/schema.ts";
import { readSecret } from "#scripts/ask-secret.ts";
import { check, runScript } from "#scripts/command-line.ts";
import { ScriptError } from "#scripts/script-error.ts";

const usage = `npm run store:create -- --type shopify --domain shop.myshopify.com --owner ana@example.com --name "My shop"

Connects a store (--type shopify or woocommerce) that belongs to the seller with the e-mail address of --owner.
The secret that signs its webhooks is asked for, or read from ASTRA_STORE_SECRET.

  --workspace lumea-group              when the owner is a member of several
  --cod-gateways "Ramburs,La curier"   payment methods that mean cash on delivery here, beside the common names`;

const schema = z.object({
  type: newStoreSchema.shape.type,
  domain: newStoreSchema.shape.domain,
  name: newStoreSchema.shape.name,
  owner: newMemberSchema.shape.email,
  workspace: z.string().optional(),
  codGateways: z
    .string()
    .default("")
    .transform((names) => names.split(",").filter((name) => name.trim() !== "")),
  positionals: z.tuple([], "put texts with blanks in quotes"),
});

await runScript({
  usage,
  options: {
    type: { type: "string" },
    domain: { type: "string" },
    name: { type: "string" },
    owner: { type: "string" },
    workspace: { type: "string" },
    "cod-gateways": { type: "string" },
  },
  schema,
  run,
});

async function run({ owner: email, workspace, ...input }: z.output<typeof schema>): Promise<void> {
  const owner = await findOwner(email, workspace);
  const store = await check(newStoreSchema, {
    ...input,
    webhookSecret: await readSecret("ASTRA_STORE_SECRET", "The secret that signs the store's webhooks: "),
  });
  const id = await createStoreFor(owner, store);
  console.log(`Connected ${store.name} (${store.domain}). Register these webhooks there:`);
  console.log(`  address  ${webhookAddress(env().APP_URL, { id, type: store.type })}`);
  console.log(`  topics   ${platformFacts[store.type].topics.join(", ")}`);
}

async function findOwner(email: string, workspace: string | undefined) {
  const memberships = (await findMemberships(email)).filter(
    (membership) => !workspace || [membership.workspace.slug, membership.workspace.name].includes(workspace),
  );
  const [membership, other] = memberships;
  if (!membership) {
    throw new ScriptError(
      `${email} is not an active member${workspace ? ` of ${workspace}` : " of any workspace"}.`,
    );
  }
  if (other) {
    const slugs = memberships.map((one) => one.workspace.slug).join(", ");
    throw new ScriptError(
      `${email} is a member of several workspaces; add --workspace with one of: ${slugs}`,
    );
  }
  if (membership.role === "viewer") throw new ScriptError(`${email} is a viewer, who can't own a store.`);
  return { userId: membership.userId, workspaceId: membership.workspace.id };
}
