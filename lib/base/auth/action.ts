import "server-only";
import { refresh } from "next/cache";
import { headers } from "next/headers";
import { getTranslations } from "next-intl/server";
import type { z } from "zod";
import type { ActionResult } from "#lib/base/auth/action-result.ts";
import { can, type Permission } from "#lib/base/auth/permissions.ts";
import { getSession, type Session } from "#lib/base/auth/session.ts";
import { UserError } from "#lib/base/auth/user-error.ts";
import { isForbidden } from "#lib/base/db/errors.ts";
import { log } from "#lib/base/log.ts";
import { inRequest } from "#lib/base/request-context.ts";

/**
 * Makes a server action for signed-in people, the one way to write from a page: it parses the input, finds the session,
 * checks the permission and runs `run`. What goes wrong comes back as a sentence; unknown errors as a general one.
 */
export function action<Schema extends z.ZodType, T>(options: {
  schema: Schema;
  permission: Permission;
  run: (session: Session, input: z.output<Schema>) => Promise<T>;
}): (input: z.input<Schema>) => Promise<ActionResult<T>> {
  return (input) =>
    answer(options.schema, input, async (parsed) => {
      const session = await getSession();
      if (!session) throw new UserError("signedOut");
      if (!can(session.role, options.permission)) throw new UserError("forbidden");
      return options.run(session, parsed);
    });
}

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
  return inRequest(await headers(), () => parseAndRun(schema, input, run));
}

async function parseAndRun<Schema extends z.ZodType, T>(
  schema: Schema,
  input: z.input<Schema>,
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
    // Whose role has changed meanwhile sees the pages as the role is now.
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

function isRefusal(error: unknown): boolean {
  return isForbidden(error) || (error instanceof UserError && error.key === "forbidden");
}

/** Next's redirect and notFound are thrown; they are not failures. */
function isNextControlFlow(error: unknown): boolean {
  return error instanceof Error && "digest" in error && String(error.digest).startsWith("NEXT_");
}
