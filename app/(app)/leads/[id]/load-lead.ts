import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import { requirePermission } from "#lib/base/auth/session.ts";
import { getLead, type LeadDetail } from "#lib/leads/lead-query.ts";
import { leadIdSchema } from "#lib/leads/schema.ts";

/** The lead of an address, read once for the title and the page. */
export const loadLead = cache(async (id: string): Promise<LeadDetail> => {
  const session = await requirePermission("leads.read");
  const parsed = leadIdSchema.safeParse(id);
  const lead = parsed.success ? await getLead(session, parsed.data) : null;
  return lead ?? notFound();
});
