import { after } from "next/server";
import { z } from "zod";
import { log } from "#lib/base/log.ts";
import { inRequest } from "#lib/base/request-context.ts";
import { receive } from "#lib/ingest/receive.ts";
import { storeTypes } from "#lib/stores/model.ts";

const platformName = z.enum(storeTypes);

/** The connection ends with it: else all that is left of an unread body would be read, only to be thrown away. */
const tryAgain = { status: 503, headers: { "Retry-After": "5", Connection: "close" } };

/** Stores push their orders here. */
export async function POST(
  request: Request,
  { params }: RouteContext<"/api/webhooks/[platform]">,
): Promise<Response> {
  const platform = platformName.safeParse((await params).platform);
  if (!platform.success) return Response.json({ result: "not_found" }, { status: 404 });
  return inRequest(request.headers, async () => {
    try {
      const { status, result, afterwards } = await receive(platform.data, request);
      if (afterwards) after(afterwards);
      return Response.json({ result }, status === 503 ? tryAgain : { status });
    } catch (error) {
      log.error({ platform: platform.data, err: error }, "a delivery could not be stored");
      return Response.json({ result: "try_again" }, tryAgain);
    }
  });
}
