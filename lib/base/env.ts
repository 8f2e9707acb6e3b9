import { isAbsolute } from "node:path";
import { z } from "zod";

const optionalText = z
  .string()
  .trim()
  .optional()
  .transform((value) => (value === "" ? undefined : value));

const logLevels = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;

/** A whole number; one that is not set, or is empty, is `otherwise`. */
function wholeNumber(least: number, most: number, otherwise: number) {
  return optionalText
    .transform((text) => (text === undefined ? otherwise : Number(text)))
    .refine(
      (number) => Number.isInteger(number) && number >= least && number <= most,
      `must be a whole number from ${least} to ${most}`,
    );
}

/** Who mails come from. */
interface Sender {
  name: string;
  address: string;
}

/** Reads "Astra <astra@example.com>", or an address alone; null for anything else. */
function readSender(text: string): Sender | null {
  const [, name = "Astra", address = text] = /^"?([^<>"\\\p{Cc}]{1,80}?)"?\s*<([^<>]+)>$/u.exec(text) ?? [];
  return z.email().safeParse(address).success ? { name, address } : null;
}

const variables = z.object({
  DATABASE_URL: z.url({
    protocol: /^postgres(ql)?$/,
    error: "must be the app's Postgres address: postgresql://astra_app:…@host:5432/postgres",
  }),
  SUPABASE_URL: z.url({
    protocol: /^https?$/,
    error: "must be the address of the Supabase project: https://….supabase.co",
  }),
  SUPABASE_PUBLISHABLE_KEY: z
    .string()
    .min(1, "must be the project's publishable key (Project settings, API keys)"),
  SUPABASE_SECRET_KEY: z.string().min(1, "must be the project's secret key (Project settings, API keys)"),
  APP_URL: z
    .url({
      protocol: /^https?$/,
      error: "must be the address people open Astra at: https://astra.example.com",
    })
    .transform((url) => url.replace(/\/+$/, "")),
  TRUSTED_PROXIES: wholeNumber(0, 10, 1),
  ASTRA_ENCRYPTION_KEY: z
    .string()
    .refine(
      (key) => Buffer.from(key, "base64").length === 32,
      "must be 32 random bytes in base64: openssl rand -base64 32",
    ),
  CRON_SECRET: optionalText.refine(
    (secret) => secret === undefined || secret.length >= 16,
    "must have at least 16 characters",
  ),
  TELEGRAM_BOT_TOKEN: optionalText.refine(
    (token) => token === undefined || /^\d+:[\w-]{20,}$/.test(token),
    "must be a bot token from @BotFather: 123456:ABC…",
  ),
  TELEGRAM_API_ROOT: optionalText.pipe(
    z.url({ error: "must be the address of a Bot API server" }).optional(),
  ),
  SMTP_URL: optionalText.pipe(
    z
      .url({
        protocol: /^smtps?$/,
        error: "must be the address of a mail server: smtps://name:password@mail.example.com",
      })
      .optional(),
  ),
  RESEND_API_KEY: optionalText,
  RESEND_API_ROOT: optionalText
    .transform((root) => root ?? "https://api.resend.com")
    .pipe(z.url({ protocol: /^https?$/, error: "must be the address of Resend's API" })),
  MAIL_FROM: optionalText.transform((text, context) => {
    if (text === undefined) return undefined;
    const sender = readSender(text);
    if (sender) return sender;
    context.addIssue({ code: "custom", message: "must be who mails come from: Astra <astra@example.com>" });
    return z.NEVER;
  }),
  MAILS_DIR: optionalText.refine(
    (path) => path === undefined || isAbsolute(path),
    "must be the whole path of a folder: /var/lib/astra/mails",
  ),
  PSEUDO_LOCALE: optionalText.pipe(z.enum(["rtl", "ltr"], { error: "must be rtl or ltr" }).optional()),
  LOG_LEVEL: optionalText.pipe(
    z.enum(logLevels, { error: `must be one of ${logLevels.join(", ")}` }).default("info"),
  ),
  DATABASE_POOL_SIZE: wholeNumber(1, 100, 8),
  INGEST_POOL_SIZE: wholeNumber(1, 100, 4),
  FILES_DIR: optionalText.refine(
    (path) => path === undefined || isAbsolute(path),
    "must be the whole path of a folder: /var/lib/astra/files",
  ),
  FILES_BUCKET: optionalText
    .transform((name) => name ?? "astra")
    .refine((name) => /^[a-z0-9][a-z0-9_-]{1,62}$/.test(name), "must be the name of a bucket: astra"),
});

const schema = variables.refine(
  ({ SMTP_URL, RESEND_API_KEY, MAIL_FROM }) => MAIL_FROM || !(SMTP_URL || RESEND_API_KEY),
  { path: ["MAIL_FROM"], error: "must be who mails come from: Astra <astra@example.com>" },
);

/** What Astra is told from outside. Every variable is described in `.env.example`. */
export type Env = z.output<typeof schema>;

let current: Env | undefined;

/**
 * The environment, checked once.
 *
 * @throws Error that names each wrong variable and says what it must be, in one sentence
 */
export function env(): Env {
  current ??= parseEnv(process.env);
  return current;
}

/**
 * Checks an environment.
 *
 * @throws Error that names each wrong variable and says what it must be, in one sentence
 */
export function parseEnv(source: Source): Env {
  const { data, error } = schema.safeParse(source);
  if (error) throw refusal(error.issues, source);
  return data;
}

/**
 * Checks what is known of an environment before the rest of it is.
 *
 * @param later the variables that somebody else will set
 * @throws Error as `parseEnv` does
 */
export function checkKnownEnv(source: Source, later: readonly string[]): void {
  const { error } = schema.safeParse(source);
  const issues = error?.issues.filter((issue) => !later.includes(nameOf(issue))) ?? [];
  if (issues.length > 0) throw refusal(issues, source);
}

type Source = Record<string, string | undefined>;

function refusal(issues: z.core.$ZodIssue[], source: Source): Error {
  const problems = issues.map((issue) => {
    const name = nameOf(issue);
    return source[name] === undefined
      ? `${name} is not set: it ${expectation(issue.message)}`
      : `${name} ${expectation(issue.message)}`;
  });
  return new Error(`Astra can't start with this environment (see .env.example): ${problems.join("; ")}`);
}

function nameOf(issue: z.core.$ZodIssue): string {
  return String(issue.path[0]);
}

function expectation(message: string): string {
  return message.startsWith("must") ? message : "must be set";
}
