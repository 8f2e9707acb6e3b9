import { route } from "#lib/base/auth/route.ts";
import { answerPhoto, removePhoto, takePhoto } from "#lib/inventory/photo-requests.ts";
import { photoQuerySchema } from "#lib/inventory/schema.ts";

export const dynamic = "force-dynamic";

/** The photo of a product, for whoever may see the product. */
export const GET = route({
  permission: "inventory.read",
  schema: photoQuerySchema,
  run: ({ session, query }) => answerPhoto(session, query),
});

export const PUT = route({
  permission: "inventory.write",
  schema: photoQuerySchema,
  limit: { name: "photo", points: 120, seconds: 600 },
  run: ({ session, request, query }) => takePhoto(session, request, query),
});

export const DELETE = route({
  permission: "inventory.write",
  schema: photoQuerySchema,
  run: ({ session, query }) => removePhoto(session, query),
});
