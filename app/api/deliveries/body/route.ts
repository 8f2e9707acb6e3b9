import { route } from "#lib/base/auth/route.ts";
import { answerBody } from "#lib/deliveries/answer-body.ts";
import { deliveryIdSchema } from "#lib/deliveries/schema.ts";

export const dynamic = "force-dynamic";

/** The exact bytes of a delivery's body, for whoever may see its store's settings. */
export const GET = route({
  permission: "stores.read",
  schema: deliveryIdSchema,
  limit: { name: "delivery-body", points: 60, seconds: 600 },
  run: ({ session, query }) => answerBody(session, query),
});
