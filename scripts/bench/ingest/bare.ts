import { createHmac, timingSafeEqual } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";
import pg from "pg";
import { z } from "zod";

// The least that a server can do with a webhook: the signature over the raw bytes, and one call that writes the order.

const settings = z
  .object({ DATABASE_URL: z.url(), PORT: z.coerce.number().int(), BARE_SECRET: z.string() })
  .parse(process.env);
const pool = new pg.Pool({ connectionString: settings.DATABASE_URL, max: 8 });

createServer(async (request, response) => {
  try {
    response.writeHead(await receive(request)).end();
  } catch (error) {
    console.error(error);
    response.writeHead(503).end();
  }
}).listen(settings.PORT, "127.0.0.1");

async function receive(request: IncomingMessage): Promise<number> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks);
  const expected = createHmac("sha256", settings.BARE_SECRET).update(body).digest();
  const given = Buffer.from(String(request.headers["x-shopify-hmac-sha256"] ?? ""), "base64");
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return 401;
  const domain = String(request.headers["x-shopify-shop-domain"]);
  await pool.query({
    name: "write-order",
    text: "select write_order($1, $2, $3)",
    values: [domain, body.toString("utf8"), body],
  });
  return 200;
}
