import { route } from "#lib/base/auth/route.ts";
import { answerImport } from "#lib/inventory/import/respond.ts";
import { importQuerySchema } from "#lib/inventory/schema.ts";

export const dynamic = "force-dynamic";

/** A file of products: told first, then written. Not a server action, whose bodies are smaller. */
export const POST = route({
  permission: "inventory.write",
  schema: importQuerySchema,
  limit: { name: "import", points: 60, seconds: 600 },
  run: ({ session, request, query }) => answerImport(session, request, query),
});
