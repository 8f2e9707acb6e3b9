import { inRequest } from "#lib/base/request-context.ts";
import { receiveUpdate } from "#lib/telegram/updates/webhook.ts";

/** Telegram posts here what is written to the bot, and which buttons are pressed. */
export async function POST(request: Request): Promise<Response> {
  return inRequest(request.headers, async () => new Response(null, { status: await receiveUpdate(request) }));
}
