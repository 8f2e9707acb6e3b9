import { createServerClient } from "@supabase/ssr";
import { type NextRequest, NextResponse } from "next/server";
import { env } from "#lib/env.ts";

/** Pages that strangers may open. Everything else under the matcher wants a session. */
const publicPaths = ["/login", "/forgot-password", "/new-password", "/auth/"];

/**
 * Refreshes the session's cookies and sends strangers to the login page. This is a convenience, not a wall: every page
 * and action checks the session and the permission itself.
 */
export async function middleware(request: NextRequest): Promise<NextResponse> {
  let response = NextResponse.next({ request });
  const supabase = createServerClient(env().SUPABASE_URL, env().SUPABASE_PUBLISHABLE_KEY, {
    cookies: {
      getAll: () => request.cookies.getAll(),
      setAll: (changes, headers) => {
        for (const { name, value } of changes) request.cookies.set(name, value);
        response = NextResponse.next({ request });
        for (const { name, value, options } of changes) response.cookies.set(name, value, options);
        for (const [name, value] of Object.entries(headers ?? {})) response.headers.set(name, value);
      },
    },
  });
  const { data } = await supabase.auth.getClaims();
  const path = request.nextUrl.pathname;
  if (data || publicPaths.some((prefix) => path.startsWith(prefix))) return response;
  const login = new URL("/login", request.url);
  if (path !== "/") login.searchParams.set("next", `${path}${request.nextUrl.search}`);
  return NextResponse.redirect(login, 303);
}

export const config = {
  runtime: "nodejs",
  matcher: ["/((?!api/|_next/|.*\\.(?:svg|png|ico|webmanifest|txt)$).*)"],
};
