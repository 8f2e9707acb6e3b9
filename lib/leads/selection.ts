import "server-only";
import type { Session } from "#lib/base/auth/session.ts";
import { forUser } from "#lib/base/db/access.ts";
import { Prisma } from "#lib/base/db/generated/client.ts";
import { encodeCursor } from "#lib/base/list/cursor.ts";
import { placeOf } from "#lib/base/list/page.ts";
import { leadList } from "#lib/leads/list.ts";
import { keyTypes, segmentsOf } from "#lib/leads/list-order.ts";
import type { LeadRow, PlacedLead } from "#lib/leads/list-rows.ts";
import { otherCaller } from "#lib/leads/other-caller.ts";
import { selectListed } from "#lib/leads/queries.ts";
import type { SelectionRequest } from "#lib/leads/schema.ts";

/** What a lead has to say to be acted on with others. */
export type SelectedLead = Pick<
  LeadRow,
  | "id"
  | "codStatus"
  | "logisticStatus"
  | "kpiStatus"
  | "callReason"
  | "callAttempts"
  | "callBackAt"
  | "paymentStatus"
  | "caller"
  | "tags"
>;

/** So many leads are read at once. */
const leadsTogether = 1_000;

/** The leads of a list from where the last part ended, to be selected; `next` is null after the last. */
export async function listForSelection(
  session: Session,
  { query, after }: SelectionRequest,
): Promise<{ leads: SelectedLead[]; next: string | null }> {
  const params = { ...leadList.load(new URLSearchParams(query)), before: "", after };
  const segments = segmentsOf(params);
  const place = placeOf(params, ...keyTypes(segments));
  return forUser(session, async (tx) => {
    const leads = await selectListed(tx, session, params, { ...place, segments, limit: leadsTogether + 1 });
    const found = leads
      ? await tx.$queryRaw<(SelectedLead & Pick<PlacedLead, "segment" | "key">)[]>`
          with page as materialized (${leads})
          select page.segment, page.key, page.id, page.cod_status as "codStatus", page.logistic_status as "logisticStatus",
            page.kpi_status as "kpiStatus", page.call_reason as "callReason", page.call_attempts as "callAttempts",
            page.call_back_at as "callBackAt", "order".payment_status as "paymentStatus", ${otherCaller(session, Prisma.sql`page`)} as caller,
            coalesce((
              select jsonb_agg(jsonb_build_object('id', tag.id, 'name', tag.name, 'color', tag.color) order by tag.name)
              from crm_lead_tags lead_tag join crm_tags tag on tag.id = lead_tag.tag_id
              where lead_tag.lead_id = page.id), '[]') as tags
          from page left join orders "order" on "order".id = page.order_id
          order by page.ordinal`
      : [];
    const last = found[leadsTogether - 1];
    const next =
      found.length > leadsTogether &&
      last &&
      encodeCursor({ part: last.segment, key: last.key, id: last.id });
    return {
      leads: found.slice(0, leadsTogether).map(({ segment: _segment, key: _key, ...lead }) => lead),
      next: next || null,
    };
  });
}
