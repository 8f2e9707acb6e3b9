import "server-only";
import type { Session } from "#lib/base/auth/session.ts";
import { forUser } from "#lib/base/db/access.ts";
import type { Prisma } from "#lib/base/db/generated/client.ts";
import { cut } from "#lib/base/text/schema.ts";
import { formatPhone } from "#lib/customers/phone.ts";
import type { LeadEventType } from "#lib/sales/timeline/kinds.ts";
import { loadPeople } from "#lib/team/names.ts";

export interface LeadTimelineEntry {
  id: string;
  type: LeadEventType;
  details: Record<string, string | null>;
  occurredAt: Date;
  /** Null: the system. */
  person: string | null;
}

type Found = Prisma.LeadEventGetPayload<object>;

/** Which entries are shown. */
export const newestEvents = {
  orderBy: [{ occurredAt: "desc" }, { createdAt: "desc" }],
  take: 200,
} satisfies Prisma.Lead$eventsArgs;

/** The timeline of a lead that the person may see, newest first. */
export function getTimeline(session: Session, leadId: string): Promise<LeadTimelineEntry[]> {
  return forUser(session, async (tx) => {
    const events = await tx.leadEvent.findMany({
      where: { leadId, lead: { workspaceId: session.workspace.id } },
      ...newestEvents,
    });
    return timelineOf(events, await loadPeople(tx, session));
  });
}

/** Entries as pages show them. */
export function timelineOf(events: Found[], people: Map<string, string>): LeadTimelineEntry[] {
  const details = detailsOf(events);
  return events.map((event, index) => ({
    id: event.id,
    type: event.type as LeadEventType,
    details: details[index] ?? {},
    occurredAt: event.occurredAt,
    person: event.userId ? (people.get(event.userId) ?? null) : null,
  }));
}

/** What stores say of changes may be long, and there may be many: older ones are then told in fewer words. Characters. */
const longestDetail = 150;
const shortDetail = 30;
const mostDetails = 15_000;

/** The details of events, newest first; what people write is shown whole. */
function detailsOf(events: Found[]): LeadTimelineEntry["details"][] {
  let told = 0;
  return events.map(({ type, details }) => {
    if (type === "note") return details as LeadTimelineEntry["details"];
    const isPhone = (details as LeadTimelineEntry["details"]).field === "phone";
    const longest = told < mostDetails ? longestDetail : shortDetail;
    const said = Object.entries(details as LeadTimelineEntry["details"]).map(([name, value]) => {
      const text = typeof value === "string" ? cut(isPhone ? formatPhone(value) : value, longest) : value;
      told += text?.length ?? 0;
      return [name, text];
    });
    return Object.fromEntries(said);
  });
}
