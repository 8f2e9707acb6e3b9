import { z } from "zod";
import { route } from "#lib/base/auth/route.ts";
import { answerPortrait, removePortrait, takePortrait } from "#lib/profile/photo-requests.ts";
import { portraitQuerySchema } from "#lib/profile/schema.ts";

export const dynamic = "force-dynamic";

/** The photo of a colleague, or one's own. */
export const GET = route({
  permission: "profile.write",
  schema: portraitQuerySchema,
  run: ({ session, query }) => answerPortrait(session, query),
});

export const PUT = route({
  permission: "profile.write",
  schema: z.object({}),
  limit: { name: "portrait", points: 30, seconds: 600 },
  run: ({ session, request }) => takePortrait(session, request),
});

export const DELETE = route({
  permission: "profile.write",
  schema: z.object({}),
  run: ({ session }) => removePortrait(session),
});
