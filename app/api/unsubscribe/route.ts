import { publicRoute } from "#lib/base/auth/route.ts";
import { env } from "#lib/base/env.ts";
import { problem } from "#lib/base/http/problem.ts";
import { unsubscribeTokenSchema } from "#lib/summary/schema.ts";
import { unsubscribe } from "#lib/summary/unsubscribe.ts";

/** What a program for mails asks when its person presses "Unsubscribe": nobody is signed in there. Source: RFC 8058. */
export const POST = publicRoute({
  run: async (request) => {
    const { data: token } = unsubscribeTokenSchema.safeParse(tokenOf(request));
    if (!token || !(await unsubscribe(token))) return problem(404, "notFound");
    return new Response(null, { status: 204 });
  },
});

/** Whoever follows the link is asked first: scanners of mails follow it, too. */
export const GET = publicRoute({
  run: async (request) => {
    const page = new URL(`${env().APP_URL}/unsubscribe`);
    page.searchParams.set("token", tokenOf(request));
    return new Response(null, { status: 303, headers: { Location: page.href } });
  },
});

function tokenOf(request: Request): string {
  return new URL(request.url).searchParams.get("token") ?? "";
}
