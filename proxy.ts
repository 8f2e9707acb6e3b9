import { type NextRequest, NextResponse } from "next/server";
import { awayPage, awayRetrySeconds } from "#components/shell/away-page.ts";
import { isAuthServerAway } from "#lib/base/auth/auth-server.ts";
import { authClient } from "#lib/base/auth/supabase.ts";
import { env } from "#lib/base/env.ts";
import { tellPath } from "#lib/base/http/asked-path.ts";
import { isOwnHost } from "#lib/base/http/own-host.ts";
import { askedLocale } from "#lib/base/i18n/asked.ts";
import { defaultLocale, type Locale } from "#lib/base/i18n/locales.ts";
import { loadMessages } from "#lib/base/i18n/messages.ts";

/** Pages that strangers may open. Everything else under the matcher wants a session; routes of the API answer for themselves. */
const publicPaths = [
  "/login",
  "/forgot-password",
  "/invitation",
  "/email-change",
  "/unsubscribe",
  "/auth/",
  "/dev/mails",
];

/** For two years browsers ask for https only, once they have reached Astra by it. Seconds. */
const strictTransport = `max-age=${2 * 365 * 24 * 60 * 60}`;

/** Answers only to Astra's own name, and lets in whoever has a session. */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const { APP_URL, TRUSTED_PROXIES } = env();
  if (!isOwnHost(request.headers, APP_URL, TRUSTED_PROXIES > 0)) {
    const { errors } = await loadMessages(languageOf(request));
    return new NextResponse(errors.otherHost, { status: 421 });
  }
  const response = await letIn(request);
  if (APP_URL.startsWith("https:")) response.headers.set("Strict-Transport-Security", strictTransport);
  return response;
}

/**
 * Refreshes the session's cookies and sends strangers to the login page. This is a convenience, not a wall: every page
 * and action checks the session and the permission itself.
 */
async function letIn(request: NextRequest): Promise<NextResponse> {
  const path = request.nextUrl.pathname;
  if (path.startsWith("/api/")) return NextResponse.next();
  tellPath(request.headers, path);
  let response = NextResponse.next({ request });
  const { auth } = authClient({
    getAll: () => request.cookies.getAll(),
    setAll: (changes, headers) => {
      for (const { name, value } of changes) request.cookies.set(name, value);
      response = NextResponse.next({ request });
      for (const { name, value, options } of changes) response.cookies.set(name, value, options);
      for (const [name, value] of Object.entries(headers ?? {})) response.headers.set(name, value);
    },
  });
  const { data, error } = await auth.getClaims();
  if (data || publicPaths.some((prefix) => path.startsWith(prefix))) return response;
  // A page that is open says itself what went wrong.
  if (request.method === "POST" && request.headers.has("next-action")) return response;
  if (isAuthServerAway(error)) return away(languageOf(request));
  const login = new URL("/login", request.url);
  if (path === "/new-password") login.searchParams.set("notice", "passwordLinkMissing");
  if (path !== "/") login.searchParams.set("next", `${path}${request.nextUrl.search}`);
  return NextResponse.redirect(login, 303);
}

/** Who asks is not known here, so a person's choice is not either. */
function languageOf(request: NextRequest): Locale {
  return askedLocale(request.headers.get("accept-language")) ?? defaultLocale;
}

async function away(locale: Locale): Promise<NextResponse> {
  return new NextResponse(awayPage(locale, await loadMessages(locale)), {
    status: 503,
    headers: {
      "Content-Type": "text/html; charset=utf-8",
      "Cache-Control": "no-store",
      "Retry-After": String(awayRetrySeconds),
    },
  });
}

/**
 * Everything but what is the same for everybody, and three kinds of requests that prove themselves and may come by another
 * name: health checks and schedulers, which may know this machine only, and stores, whose signature counts and whose orders would
 * be lost after a move to another domain.
 */
export const config = {
  matcher: ["/((?!api/health|api/cron|api/webhooks|_next/|.*\\.(?:svg|png|ico|webmanifest|txt)$).*)"],
};
