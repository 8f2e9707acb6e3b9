import "server-only";
import { refresh } from "next/cache";
import { headers } from "next/headers";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import type { ActionResult } from "#lib/base/auth/action-result.ts";
import { addressOfClient } from "#lib/base/auth/address-of-client.ts";
import { can, type Permission } from "#lib/base/auth/permissions.ts";
import { getKnownPerson, type Owed, type Session } from "#lib/base/auth/session.ts";
import { UserError } from "#lib/base/auth/user-error.ts";
import { isForbidden } from "#lib/base/db/errors.ts";
import { log } from "#lib/base/log.ts";
import { inRequest } from "#lib/base/request-context.ts";

interface ActionOptions<Schema extends z.ZodType, T> {
  schema: Schema;
  permission: Permission;
  /** What the person may still owe: that, this action is there to give. */
  gives?: Owed;
  /** Only for what ends such a look. */
  isForViewing?: boolean;
  run: (session: Session, input: z.output<Schema>) => Promise<T>;
}

/**
 * Makes a server action for signed-in people, the one way to write from a page: it parses the input, finds the session,
 * checks the permission and runs `run`. What goes wrong comes back as a sentence; unknown errors as a general one. Whoever looks at Astra
 * as another member is refused, whatever the member may do.
 */
export function action<Schema extends z.ZodType, T>(
  options: ActionOptions<Schema, T>,
): (input: z.input<Schema>) => Promise<ActionResult<T>> {
  return (input) =>
    answer(options.schema, input, async (parsed) => options.run(await permitted(options), parsed));
}

/**
 * The same for inputs that go together in one request, at most `most`: each is parsed and run by itself, one after the other, and has its own
 * answer. What goes wrong with one is nothing to the others.
 */
export function actionForEach<Schema extends z.ZodType, T>(
  options: ActionOptions<Schema, T> & { most: number },
): (inputs: z.input<Schema>[]) => Promise<ActionResult<ActionResult<T>[]>> {
  return (inputs) =>
    answer(z.array(z.unknown()).min(1).max(options.most), inputs, async (given) => {
      const session = await permitted(options);
      const answers: ActionResult<T>[] = [];
      for (const input of given)
        answers.push(await parseAndRun(options.schema, input, (parsed) => options.run(session, parsed)));
      return answers;
    });
}

/** The session, if it may use the action. */
async function permitted({
  permission,
  gives,
  isForViewing,
}: Pick<ActionOptions<z.ZodType, unknown>, "permission" | "gives" | "isForViewing">): Promise<Session> {
  const person = await getKnownPerson();
  if (!person) throw new UserError("signedOut");
  const { session, owes } = person;
  if (owes && owes !== gives) throw new UserError(refusals[owes]);
  if (session.viewing && !isForViewing) throw new UserError("viewing", { values: { name: session.name } });
  if (!can(session.role, permission)) throw new UserError("forbidden");
  return session;
}

/** What is said to whoever owes something; the page that is drawn anew leads there. */
const refusals = { code: "codeOwed", enrolment: "enrolmentOwed" } as const;

/** The same for people who are not signed in (yet): sign-in and passwords. */
export function publicAction<Schema extends z.ZodType, T>(options: {
  schema: Schema;
  run: (input: z.output<Schema>) => Promise<T>;
}): (input: z.input<Schema>) => Promise<ActionResult<T>> {
  return (input) => answer(options.schema, input, options.run);
}

async function answer<Schema extends z.ZodType, T>(
  schema: Schema,
  input: z.input<Schema>,
  run: (input: z.output<Schema>) => Promise<T>,
): Promise<ActionResult<T>> {
  return inRequest(await headers(), () => parseAndRun(schema, input, run), await addressOfClient());
}

async function parseAndRun<Schema extends z.ZodType, T>(
  schema: Schema,
  input: unknown,
  run: (input: z.output<Schema>) => Promise<T>,
): Promise<ActionResult<T>> {
  const t = await getTranslations("errors");
  const parsed = schema.safeParse(input);
  if (!parsed.success)
    return { ok: false, message: t("invalidInput"), fieldErrors: fieldErrors(parsed.error) };
  try {
    return { ok: true, data: await run(parsed.data) };
  } catch (error) {
    if (isNextControlFlow(error)) throw error;
    // Whose role has changed meanwhile sees the pages as the role is now; who owes something is led there.
    if (isRefusal(error)) refresh();
    if (error instanceof UserError) {
      const message = t(error.key, error.values as never);
      return {
        ok: false,
        message,
        ...(error.field && { fieldErrors: { [error.field]: [message] } }),
        ...(error.key === "signedOut" && { isSignedOut: true }),
      };
    }
    if (isForbidden(error)) return { ok: false, message: t("forbidden") };
    log.error({ err: error }, "a server action failed");
    return { ok: false, message: t("unknown") };
  }
}

/** The message of an issue is a key of the namespace "validation"; the field that shows it translates it. */
function fieldErrors(error: z.ZodError): Record<string, string[]> {
  const errors: Record<string, string[]> = {};
  for (const issue of error.issues) {
    const field = issue.path.join(".");
    errors[field] = [...(errors[field] ?? []), issue.message];
  }
  return errors;
}

const refusing: string[] = ["forbidden", "viewing", ...Object.values(refusals)];

function isRefusal(error: unknown): boolean {
  return isForbidden(error) || (error instanceof UserError && refusing.includes(error.key));
}

/** Next's redirect and notFound are thrown; they are not failures. */
function isNextControlFlow(error: unknown): boolean {
  return error instanceof Error && "digest" in error && String(error.digest).startsWith("NEXT_");
}
