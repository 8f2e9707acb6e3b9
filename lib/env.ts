import { z } from "zod";

const optionalText = z
  .string()
  .trim()
  .optional()
  .transform((value) => (value === "" ? undefined : value));

const schema = z.object({
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
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
  DATABASE_POOL_SIZE: z.coerce.number().int().min(1).max(100).default(8),
});

/** What Astra is told from outside. Every variable is described in `.env.example`. */
export type Env = z.output<typeof schema>;

let current: Env | undefined;

/**
 * The environment, checked once.
 *
 * @throws Error that names each wrong variable and says what it must be
 */
export function env(): Env {
  current ??= parseEnv(process.env);
  return current;
}

/**
 * Checks an environment.
 *
 * @throws Error that names each wrong variable and says what it must be
 */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const result = schema.safeParse(source);
  if (result.success) return result.data;
  const problems = result.error.issues.map((issue) => {
    const name = String(issue.path[0]);
    return source[name] === undefined
      ? `${name} is not set: it ${expectation(issue.message)}`
      : `${name} ${expectation(issue.message)}`;
  });
  throw new Error(`Astra can't start with this environment (see .env.example):\n- ${problems.join("\n- ")}`);
}

function expectation(message: string): string {
  return message.startsWith("must") ? message : "must be set";
}
