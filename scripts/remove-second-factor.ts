import { z } from "zod";
import { passwordResetSchema } from "#lib/base/auth/schema.ts";
import { removeSecondFactorOf } from "#lib/base/auth/second-factor/rescue.ts";
import { findAccount } from "#lib/team/queries.ts";
import { runScript } from "#scripts/command-line.ts";
import { ScriptError } from "#scripts/script-error.ts";

const usage = `npm run second-factor:remove -- --email ana@example.com

For somebody who has neither the phone nor a recovery code left: turns two-step sign-in off for the account, and signs it out everywhere.
The password stays as it is. Make sure that it is the person who asks: nobody is asked for a code after it.`;

const schema = z.object({
  email: passwordResetSchema.shape.email,
  positionals: z.tuple([], "name the account with --email"),
});

await runScript({ usage, options: { email: { type: "string" } }, schema, run });

async function run({ email }: z.output<typeof schema>): Promise<void> {
  const account = await findAccount(email);
  if (!account) throw new ScriptError(`There is no account of ${email}.`);
  const wasOn = await removeSecondFactorOf(account.id);
  console.log(
    wasOn
      ? `Two-step sign-in is off for ${email}, who is signed out everywhere.`
      : `${email} has no two-step sign-in. Nothing was changed.`,
  );
}
