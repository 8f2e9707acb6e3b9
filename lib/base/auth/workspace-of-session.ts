import "server-only";
import { Prisma } from "#lib/base/db/generated/client.ts";

/** What a session says of its workspace, as JSON of the row `workspace`. */
export const workspaceOfSession = Prisma.sql`
  json_build_object('id', workspace.id, 'name', workspace.name, 'slug', workspace.slug, 'currency', workspace.currency,
    'timezone', workspace.timezone, 'workingHours', workspace.working_hours, 'logo', workspace.logo)`;
