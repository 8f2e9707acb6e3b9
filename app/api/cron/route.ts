import { secretRoute } from "#lib/base/auth/route.ts";
import { env } from "#lib/base/env.ts";
import { drainJobs } from "#lib/worker/worker.ts";

export const dynamic = "force-dynamic";
export const maxDuration = 60;

/** Works off the job queue, called by a scheduler where no worker runs. */
export const GET = secretRoute({ secret: () => env().CRON_SECRET, run: drainJobs });
