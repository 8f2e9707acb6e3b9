import { route } from "#lib/base/auth/route.ts";
import { searchPalette } from "#lib/palette/queries.ts";
import { paletteQuerySchema } from "#lib/palette/schema.ts";

export const dynamic = "force-dynamic";

/** What the command palette finds for `q`. The limit is more than anybody types. */
export const GET = route({
  permission: ["leads.read", "orders.read", "customers.read"],
  schema: paletteQuerySchema,
  limit: { name: "palette", points: 200, seconds: 60 },
  run: ({ session, query }) => searchPalette(session, query.q),
});
