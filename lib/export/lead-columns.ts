import { seesEverything } from "#lib/auth/permissions.ts";
import type { Session } from "#lib/auth/session.ts";
import { number, text, writerFor } from "#lib/export/columns.ts";
import type { Column } from "#lib/export/csv.ts";
import type { LeadRow } from "#lib/leads/queries.ts";
import { plainAmount } from "#lib/money/plain.ts";

/** What an export says of a lead. Who works it is said to those who see the leads of all. */
export async function leadColumns(session: Session): Promise<Column<LeadRow>[]> {
  const { t, time } = await writerFor(session);
  const seller = text<LeadRow>(t("export.columns.seller"), (lead) => lead.sellerName);
  return [
    text(t("export.columns.arrived"), (lead) => time(lead.arrivedAt)),
    text(t("export.columns.order"), (lead) => lead.orderNumber),
    text(t("export.columns.customer"), (lead) => lead.customerName),
    text(t("export.columns.phone"), (lead) => lead.phone),
    text(t("export.columns.item"), (lead) => lead.itemName),
    text(t("export.columns.sku"), (lead) => lead.itemSku),
    number(t("export.columns.otherItems"), (lead) => String(lead.otherItems)),
    number(t("export.columns.total"), totalOf),
    text(t("export.columns.currency"), (lead) => lead.currency),
    text(t("export.columns.store"), (lead) => lead.storeName),
    ...(seesEverything(session.role) ? [seller] : []),
    text(t("export.columns.codStatus"), (lead) => t(`statuses.cod.${lead.codStatus}`)),
    text(t("export.columns.logisticStatus"), (lead) => t(`statuses.logistic.${lead.logisticStatus}`)),
    text(t("export.columns.kpiStatus"), (lead) => t(`statuses.kpi.${lead.kpiStatus}`)),
    number(t("export.columns.callAttempts"), (lead) => String(lead.callAttempts)),
    text(t("export.columns.callBackAt"), (lead) => lead.callBackAt && time(lead.callBackAt)),
    text(t("export.columns.source"), (lead) => t(`leads.source.${lead.source}`)),
    text(t("export.columns.tags"), (lead) => lead.tags.map(({ name }) => name).join(", ") || null),
    text(t("export.columns.test"), (lead) => (lead.isTest ? t("export.yes") : null)),
  ];
}

function totalOf({ total, currency }: LeadRow): string | null {
  return total !== null && currency !== null ? plainAmount(total, currency) : total;
}
