import "server-only";
import type { Session } from "#lib/base/auth/session.ts";
import { UserError } from "#lib/base/auth/user-error.ts";
import { forUser } from "#lib/base/db/access.ts";
import { Prisma } from "#lib/base/db/generated/client.ts";
import { contactJoin } from "#lib/customers/contacts.ts";
import { namedByPhone } from "#lib/customers/phone.ts";
import { foundOfNumberAtMost, pastedLeadsAtMost } from "#lib/leads/model.ts";
import { otherCaller } from "#lib/leads/other-caller.ts";
import { type FoundNumber, isNumberOf, type NumberedLead } from "#lib/leads/pasted-numbers.ts";
import type { PastedNumbersRequest } from "#lib/leads/schema.ts";
import type { KpiStatus, LeadStanding, PaymentStatus } from "#lib/sales/statuses.ts";

/** A lead that was found by a pasted number. */
export interface PastedLead extends NumberedLead, LeadStanding {
  kpiStatus: KpiStatus;
  /** What the buyer is called: without a name, by the phone. */
  name: string | null;
  storeName: string | null;
  total: string;
  currency: string;
  paymentStatus: PaymentStatus;
}

type FoundLead = PastedLead & { number: string; phone: string | null };

/**
 * The leads whose order or parcel has one of the numbers, as far as the person may see them, by the numbers in their order.
 *
 * @throws UserError when they stand for more leads together than a page can show
 */
export async function findPasted(
  session: Session,
  { numbers }: PastedNumbersRequest,
): Promise<FoundNumber<PastedLead>[]> {
  const rows = await forUser(
    session,
    (tx) => tx.$queryRaw<(FoundLead | { number: string; id: null })[]>`
      with found as materialized (
        select number, lead_id from astra.leads_of_numbers(${session.workspace.id}::uuid, ${numbers}::text[]))
      select found.number, lead.id, lead.integration_id as "storeId", store.name as "storeName", "order".order_number as "orderNumber",
        coalesce(lead.name, contact.name) as name, coalesce(lead.phone, contact.phone) as phone, "order".current_total_amount::text as total, "order".currency,
        "order".payment_status as "paymentStatus", lead.cod_status as "codStatus", lead.logistic_status as "logisticStatus",
        lead.kpi_status as "kpiStatus", lead.call_reason as "callReason", lead.call_attempts as "callAttempts",
        lead.call_back_at as "callBackAt", ${otherCaller(session, Prisma.sql`lead`)} as caller
      from found
      left join crm_leads lead on lead.id = found.lead_id
      left join orders "order" on "order".id = lead.order_id
      ${contactJoin(session, Prisma.sql`lead`)}
      left join astra.store_names(${session.workspace.id}::uuid) store on store.id = lead.integration_id
      order by lead.arrived_at desc, lead.id`,
  );
  if (rows.length > pastedLeadsAtMost)
    throw new UserError("pastedTooMuch", { values: { most: pastedLeadsAtMost } });
  const byNumber = Map.groupBy(rows, ({ number }) => number);
  return numbers.map((number) => {
    const ofNumber = byNumber.get(number) ?? [];
    const leads = ofNumber
      .filter((row): row is FoundLead => row.id !== null)
      .map(({ number: _number, ...lead }) => namedByPhone(lead));
    const isCommon = leads.length > foundOfNumberAtMost || leads.length < ofNumber.length;
    return { number, isCommon, leads: isCommon ? leads.filter((lead) => isNumberOf(lead, number)) : leads };
  });
}
