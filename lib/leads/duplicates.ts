import "server-only";
import type { Session } from "#lib/base/auth/session.ts";
import type { Transaction } from "#lib/base/db/access.ts";
import { namedByPhone } from "#lib/customers/phone.ts";
import type { LeadStanding } from "#lib/sales/statuses.ts";

/** Another lead that may be the same sale: the same phone or e-mail within 30 days. */
export interface DuplicateLead extends LeadStanding {
  id: string;
  /** What the buyer is called: without a name, by the phone. */
  name: string | null;
  orderNumber: string | null;
  arrivedAt: Date;
}

interface Subject {
  id: string | null;
  email: string | null;
  phone: string | null;
  arrivedAt: Date;
}

/** The leads that the person may see and that may be the same sale, newest first; five say enough. */
export async function findDuplicates(
  tx: Transaction,
  session: Session,
  { id, email, phone, arrivedAt }: Subject,
): Promise<DuplicateLead[]> {
  const leads = await tx.$queryRaw<(DuplicateLead & { phone: string | null })[]>`
    with near as (
      select lead.* from crm_leads lead
      where lead.workspace_id = ${session.workspace.id}::uuid and lead.phone = ${phone}
      union
      select lead.* from crm_leads lead
      where lead.workspace_id = ${session.workspace.id}::uuid and lead.email = ${email}
    )
    select near.id, near.name, near.phone, "order".order_number as "orderNumber", near.arrived_at as "arrivedAt",
      near.cod_status as "codStatus", near.logistic_status as "logisticStatus", near.kpi_status as "kpiStatus",
      near.call_attempts as "callAttempts", near.call_back_at as "callBackAt"
    from near left join orders "order" on "order".id = near.order_id
    where near.id is distinct from ${id}::uuid
      and near.arrived_at between ${arrivedAt}::timestamptz - interval '30 days' and ${arrivedAt}::timestamptz + interval '30 days'
    order by near.arrived_at desc, near.id desc limit 5`;
  return leads.map(namedByPhone);
}
