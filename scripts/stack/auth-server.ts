import { fileURLToPath } from "node:url";
import { App } from "@supabase/lite";
import { createPostgresConnection } from "@supabase/lite/postgres";
import pg from "pg";
import { createAdminApi } from "#scripts/stack/admin-api.ts";
import { refuseUnsure, tellAssurance } from "#scripts/stack/assurance.ts";
import { authError } from "#scripts/stack/auth-responses.ts";
import { refuseBanned } from "#scripts/stack/banned-users.ts";
import { createFactorsApi } from "#scripts/stack/factors.ts";
import { close, serve } from "#scripts/stack/http-server.ts";
import type { StackKeys } from "#scripts/stack/keys.ts";
import { createMailCatcher } from "#scripts/stack/mail.ts";
import type { StackPaths } from "#scripts/stack/paths.ts";

export interface AuthServerOptions {
  paths: StackPaths;
  port: number;
  databaseUrl: string;
  appUrl: string;
  keys: StackKeys;
  log: (line: string) => void;
}

/** What Astra uses of the auth server. Everything else it could do (REST, studio, storage) stays out of reach. */
const openPaths = new Set([
  "/auth/v1/health",
  "/auth/v1/logout",
  "/auth/v1/reauthenticate",
  "/auth/v1/recover",
  "/auth/v1/settings",
  "/auth/v1/signup",
  "/auth/v1/token",
  "/auth/v1/user",
  "/auth/v1/verify",
  "/auth/v1/.well-known/jwks.json",
]);

/** Starts the auth server on 127.0.0.1 and answers what stops it. */
export async function startAuthServer(options: AuthServerOptions): Promise<() => Promise<void>> {
  const pool = new pg.Pool({ connectionString: options.databaseUrl, max: 3, idleTimeoutMillis: 10_000 });
  pool.on("error", (error) => options.log(`The auth server lost a database connection: ${error.message}`));
  const app = createApp(options);
  const adminApi = createAdminApi({
    pool,
    secretKey: options.keys.secretKey,
    appUrl: options.appUrl,
    authUrl: `http://127.0.0.1:${options.port}/auth/v1`,
  });
  const factors = { pool, jwtSecret: options.keys.jwtSecret };
  const factorsApi = createFactorsApi(factors);

  const server = await serve(async (request) => {
    const { pathname } = new URL(request.url);
    if (pathname.startsWith("/auth/v1/admin/")) return adminApi(request);
    if (/^\/auth\/v1\/factors(\/|$)/.test(pathname)) return factorsApi(request);
    if (!openPaths.has(pathname)) return authError(404, "not_found", "Not found");
    const refusal = await refuseUnsure(factors, request);
    if (refusal) return refusal;
    const answer = await app.fetch(await acceptInvitations(request), { peerAddress: null });
    return tellAssurance(factors, await refuseBanned(pool, answer));
  }, options.port);

  return async () => {
    await close(server);
    await app.connection.close();
    await pool.end();
  };
}

function createApp(options: AuthServerOptions) {
  return new App({
    connection: createPostgresConnection({
      url: options.databaseUrl,
      postgresOptions: { max: 5, idle_timeout: 10, onnotice: () => undefined },
    }),
    auth: {
      enabled: true,
      jwt_secret: options.keys.jwtSecret,
      jwt_expiry: 3600,
      publishable_key: options.keys.publishableKey,
      secret_key: options.keys.secretKey,
      site_url: options.appUrl,
      additional_redirect_urls: [],
      enable_signup: false,
      minimum_password_length: 10,
      email: {
        enable_signup: true,
        enable_confirmations: true,
        otp_length: 10,
        otp_expiry: 3600,
        template: {
          recovery: {
            subject: "Set a new password for Astra",
            content_path: fileURLToPath(new URL("templates/recovery.html", import.meta.url)),
          },
        },
      },
    },
    studio: { enabled: false },
    options: {
      server: { admin: false, disableStudio: true },
      drivers: { email: createMailCatcher(options.paths.mails, options.log) },
    },
  });
}

/** An invitation is confirmed like a sign-up; the server knows only the second name. */
async function acceptInvitations(request: Request): Promise<Request> {
  const url = new URL(request.url);
  if (url.pathname !== "/auth/v1/verify") return request;
  if (url.searchParams.get("type") === "invite") {
    url.searchParams.set("type", "signup");
    return new Request(url, request);
  }
  if (request.method !== "POST") return request;
  const body = await request.text();
  return new Request(url, {
    method: "POST",
    headers: request.headers,
    body: body.replace(/("type"\s*:\s*)"invite"/, '$1"signup"'),
  });
}
