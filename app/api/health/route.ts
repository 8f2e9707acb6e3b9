import { publicRoute } from "#lib/base/auth/route.ts";

export const dynamic = "force-dynamic";

/** Whether the process answers. */
export const GET = publicRoute({ run: async () => ({ status: "ok" }) });
