import { route } from "#lib/base/auth/route.ts";
import { answerLogo, removeLogo, takeLogo } from "#lib/workspace/logo-requests.ts";
import { logoQuerySchema } from "#lib/workspace/schema.ts";

export const dynamic = "force-dynamic";

/** The logo of the workspace, for its members. */
export const GET = route({
  permission: "workspace.read",
  schema: logoQuerySchema,
  run: ({ session, query }) => answerLogo(session, query),
});

export const PUT = route({
  permission: "workspace.write",
  schema: logoQuerySchema,
  limit: { name: "logo", points: 30, seconds: 600 },
  run: ({ session, request }) => takeLogo(session, request),
});

export const DELETE = route({
  permission: "workspace.write",
  schema: logoQuerySchema,
  run: ({ session }) => removeLogo(session),
});
