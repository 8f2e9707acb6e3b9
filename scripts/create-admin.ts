import { z } from "zod";
import { newPasswordSchema } from "#lib/base/auth/schema.ts";
import { createMember, createWorkspace } from "#lib/team/commands.ts";
import { findAccount, findWorkspaces } from "#lib/team/queries.ts";
import { newMemberSchema, newWorkspaceSchema } from "#lib/team/schema.ts";
import { askSecret, readSecret } from "#scripts/ask-secret.ts";
import { check, runScript } from "#scripts/command-line.ts";
import { ScriptError } from "#scripts/script-error.ts";

const usage = `npm run admin:create -- --email ana@example.com --name "Ana Pop" --workspace "Ana's shops"

Makes an admin. A workspace of that name (or slug) is joined, else made.
The password is asked for, or read from ASTRA_ADMIN_PASSWORD.

  --existing                   for an account that exists, which keeps its name and password
  --currency EUR               for a new workspace
  --timezone Europe/Bucharest  for a new workspace; else the one of this machine`;

const schema = z.object({
  email: newMemberSchema.shape.email,
  name: newMemberSchema.shape.name,
  workspace: newWorkspaceSchema.shape.name,
  currency: newWorkspaceSchema.shape.currency.default("EUR"),
  timezone: newWorkspaceSchema.shape.timezone.prefault(
    () => new Intl.DateTimeFormat().resolvedOptions().timeZone,
  ),
  existing: z.boolean().default(false),
  positionals: z.tuple([], "put texts with blanks in quotes"),
});

type Input = z.output<typeof schema>;

await runScript({
  usage,
  options: {
    email: { type: "string" },
    name: { type: "string" },
    workspace: { type: "string" },
    currency: { type: "string" },
    timezone: { type: "string" },
    existing: { type: "boolean" },
  },
  schema,
  run,
});

async function run(input: Input): Promise<void> {
  const { email, name } = input;
  const account = await findAccount(email);
  if (account && !input.existing) throw new ScriptError(accountOfOthers(email));
  const password = account ? "" : await newPassword();
  const workspace = await findOrCreateWorkspace(input);
  const member = { email, name, password, role: "admin" as const, workspaceId: workspace.id };
  const { isNewAccount } = await createMember(member);
  console.log(`${email} is now an admin of ${workspace.name}.`);
  if (!isNewAccount) console.log("The account existed already and keeps its name and password.");
}

/** An admin of any workspace can have made an account of an address that is not theirs, and know its password. */
function accountOfOthers(email: string): string {
  return `${email} has an account, made by another workspace maybe, whose password you don't know. Have its owner set a new one by mail, then add --existing.`;
}

async function newPassword(): Promise<string> {
  const password = await readSecret("ASTRA_ADMIN_PASSWORD", "Password: ");
  await check(newPasswordSchema, { password });
  if (!process.env.ASTRA_ADMIN_PASSWORD && password !== (await askSecret("Once more: "))) {
    throw new ScriptError("The two passwords differ. Run this again.");
  }
  return password;
}

async function findOrCreateWorkspace({ workspace: name, currency, timezone }: Input) {
  const [found, other] = await findWorkspaces(name);
  if (found && other) {
    throw new ScriptError(
      `Several workspaces are called ${name}. Name one by its slug, such as ${found.slug}.`,
    );
  }
  if (found) return found;
  const { id } = await createWorkspace({ name, currency, timezone });
  console.log(`Made the workspace ${name} (${currency}, ${timezone}).`);
  return { id, name };
}
