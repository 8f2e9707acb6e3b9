import { type ParseArgsConfig, parseArgs } from "node:util";
import { createTranslator } from "use-intl/core";
import type { z } from "zod";
import { UserError } from "#lib/base/auth/user-error.ts";
import { disconnect } from "#lib/base/db/client.ts";
import { defaultLocale } from "#lib/base/i18n/locales.ts";
import { loadMessages } from "#lib/base/i18n/messages.ts";
import { loadEnvironment } from "#scripts/environment.ts";
import { ScriptError } from "#scripts/script-error.ts";

interface Script<Schema extends z.ZodType> {
  usage: string;
  options: NonNullable<ParseArgsConfig["options"]>;
  /** Checks the options, and the other arguments as `positionals`. */
  schema: Schema;
  run: (input: z.output<Schema>) => Promise<void>;
}

/** Runs a script of the command line: reads its options, finds Astra, and ends with a sentence and code 1 on a mistake. */
export async function runScript<Schema extends z.ZodType>(script: Script<Schema>): Promise<void> {
  try {
    const { values, positionals } = parseArgs({
      options: { ...script.options, help: { type: "boolean", short: "h" } },
      allowPositionals: true,
    });
    if (values.help) {
      console.log(script.usage);
      return;
    }
    const input = await check(script.schema, { ...inCamelCase(values), positionals });
    loadEnvironment();
    try {
      await script.run(input);
    } finally {
      await disconnect();
    }
  } catch (error) {
    console.error(await explain(error, script.usage));
    process.exitCode = 1;
  }
}

function inCamelCase(values: Record<string, unknown>): Record<string, unknown> {
  const camelCase = (name: string) => name.replace(/-(.)/g, (_dash, letter: string) => letter.toUpperCase());
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [camelCase(name), value]));
}

/**
 * Checks values from outside; the schemas of forms name their messages by key.
 *
 * @throws ScriptError that names each wrong value
 */
export async function check<Schema extends z.ZodType>(
  schema: Schema,
  values: Record<string, unknown>,
): Promise<z.output<Schema>> {
  const result = schema.safeParse(values);
  if (result.success) return result.data;
  const { validation, errors } = await loadMessages(defaultLocale);
  const known: Record<string, string> = { ...errors, ...validation };
  const faults = result.error.issues.map(({ path, message }) => {
    const isMissing = path.length === 1 && values[String(path[0])] === undefined;
    return `${inKebabCase(path.join("."))}: ${isMissing ? "is missing" : (known[message] ?? message)}`;
  });
  throw new ScriptError(faults.join("\n"));
}

function inKebabCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

async function explain(error: unknown, usage: string): Promise<unknown> {
  if (error instanceof ScriptError) return error.message;
  if (error instanceof UserError) return sentenceOf(error);
  if (!(error instanceof Error)) return error;
  const code = "code" in error ? String(error.code) : "";
  if (code.startsWith("ERR_PARSE_ARGS")) return `${error.message}\n\n${usage}`;
  if (code === "P1001" || code === "ECONNREFUSED") {
    return "The database does not answer. Is Astra running? Start it with npm start, or check DATABASE_URL.";
  }
  return error;
}

async function sentenceOf({ key, values }: UserError): Promise<string> {
  const messages = await loadMessages(defaultLocale);
  const t = createTranslator({ locale: defaultLocale, messages, namespace: "errors" });
  return t.has(key as never) ? t(key as never, values as never) : key;
}
