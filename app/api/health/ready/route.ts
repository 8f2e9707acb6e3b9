import { publicRoute } from "#lib/base/auth/route.ts";
import { checkReadiness } from "#lib/health/readiness.ts";

export const dynamic = "force-dynamic";

/** Whether everything that a request needs is there: 200 when it is, else 503 with what is not. */
export const GET = publicRoute({
  run: async () => {
    const readiness = await checkReadiness();
    const status = readiness.status === "ready" ? 200 : 503;
    return Response.json(readiness, { status, headers: { "Cache-Control": "no-store" } });
  },
});
