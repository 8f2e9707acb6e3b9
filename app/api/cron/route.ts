import { timingSafeEqual } from "node:crypto";
import { env } from "#lib/base/env.ts";
import { inRequest } from "#lib/base/request-context.ts";
import { drainJobs } from "#lib/worker/worker.ts";

export const dynamic = "force-dynamic";
export const maxDuration = 60;

/** Works off the job queue, called by a scheduler where no worker runs. */
export async function GET(request: Request): Promise<Response> {
  if (!isScheduler(request.headers.get("authorization"))) {
    return Response.json({ result: "unauthorized" }, { status: 401 });
  }
  return inRequest(request.headers, async () => Response.json(await drainJobs()));
}

function isScheduler(authorization: string | null): boolean {
  const secret = env().CRON_SECRET;
  if (!secret || !authorization) return false;
  const expected = Buffer.from(`Bearer ${secret}`);
  const given = Buffer.from(authorization);
  return given.length === expected.length && timingSafeEqual(given, expected);
}
